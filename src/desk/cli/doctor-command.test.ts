import { describe, expect, it } from 'vitest';
import { checkNode, judgeDisk } from './doctor-command.ts';

describe('doctor', () => {
  it.each([
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['24.0.1', true],
  ])('on Node %s', (version, ok) => {
    expect(checkNode(version)).toMatchObject({ ok, fix: ok ? null : 'install Node 20.19 or later from https://nodejs.org' });
  }); // prettier-ignore

  it.each([
    [499e6, false, '0.5 GB free for the ledger'],
    [2.34e9, true, '2.3 GB free for the ledger'],
  ])('with %d bytes free', (free, ok, found) => {
    const fix = ok ? null : 'free 500 MB there, or keep the ledger elsewhere with --ledger';
    expect(judgeDisk(free)).toEqual({ check: 'disk', ok, optional: false, found, fix });
  });
});

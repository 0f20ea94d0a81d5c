import { describe, expect, it } from 'vitest';
import { checkNode } from './doctor-command.ts';

describe('doctor', () => {
  it.each([
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['24.0.1', true],
  ])('on Node %s', (version, ok) => {
    expect(checkNode(version)).toMatchObject({ ok, fix: ok ? null : 'install Node 20.19 or later from https://nodejs.org' });
  }); // prettier-ignore
});

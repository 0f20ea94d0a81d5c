import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { countWorkers, nameVariable, resolveSettings } from './config.ts';
import { HearsayError } from './error.ts';

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof HearsayError) return `${error.code} ${error.what}`;
  }
  return 'accepted';
}

describe('settings', () => {
  it('take the flag before the environment before the default', () => {
    expect(resolveSettings({}, {}).format).toBe('text');
    expect(resolveSettings({}, { HEARSAY_FORMAT: 'json' }).format).toBe('json');
    expect(resolveSettings({ format: 'html' }, { HEARSAY_FORMAT: 'json' }).format).toBe('html');
    expect(resolveSettings({}, { HEARSAY_FORMAT: '' }).format).toBe('text');
  });

  it('read as many reports at once as there are processors, at most four, or as many as is said', () => {
    expect(countWorkers(resolveSettings({}, {}))).toBe(Math.min(4, availableParallelism()));
    expect(countWorkers(resolveSettings({ workers: '7' }, {}))).toBe(7);
  });

  it('are named in the environment after their flag', () => {
    expect(nameVariable('allow-private')).toBe('HEARSAY_ALLOW_PRIVATE');
  });

  it.each([
    ['published', '2023', '2023'],
    ['published', '2023-09', '2023-09'],
    ['published', ' 2024-02-29 ', '2024-02-29'],
    ['published', '2023-09-05T14:03:00+02:00', '2023-09-05T14:03:00+02:00'],
    ['workers', '8', '8'],
    ['allow-private', 'TRUE', 'yes'],
    ['quiet', '0', 'no'],
    ['url', 'https://a.example/x', 'https://a.example/x'],
  ] as const)('accept %s = “%s” as %s', (name, typed, value) => {
    expect(resolveSettings({ [name]: typed }, {})[name]).toBe(value);
  });

  it.each([
    ['published', 'yesterday'],
    ['published', '2023-13-01'],
    ['published', '2023-02-30'],
    ['published', '05/09/2023'],
    ['workers', '0'],
    ['workers', '65'],
    ['workers', '1.5'],
    ['workers', 'many'],
    ['format', 'pdf'],
    ['url', 'a.example'],
    ['url', 'file:///etc/passwd'],
    ['outlet', ' '],
    ['allow-private', 'maybe'],
  ])('refuse %s = “%s”, saying where it was typed', (name, typed) => {
    expect(refusal(() => resolveSettings({ [name]: typed }, {}))).toBe(
      `usage.bad-option --${name} cannot be “${typed}”`,
    );
    expect(refusal(() => resolveSettings({}, { [nameVariable(name)]: typed }))).toBe(
      `usage.bad-option ${nameVariable(name)} cannot be “${typed}”`,
    );
  });
});

import { Option, type Command } from 'commander';
import { resolveSettings, SETTINGS, type Setting, type SettingName, type Settings } from '../../base/config.ts';
import type { Terminal } from './terminal.ts';

/** The settings that a command takes, as its flags. */
export function addOptions(command: Command, names: readonly SettingName[]): void {
  for (const setting of SETTINGS as readonly Setting[]) {
    if (setting.secret || !names.some((name) => name === setting.name)) continue;
    const flag = `--${setting.name}${setting.placeholder === undefined ? '' : ` <${setting.placeholder}>`}`;
    const byDefault = setting.default === null || setting.type === 'yes-no' ? '' : ` (default: ${setting.default})`;
    command.addOption(new Option(flag, setting.help + byDefault));
  }
}

/** Flags before environment before defaults. @throws HearsayError `usage.bad-option` */
export function collectSettings(command: Command, terminal: Terminal): Settings {
  const flags: Record<string, string> = {};
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (value === true) flags[option.name()] = 'yes';
    else if (typeof value === 'string') flags[option.name()] = value;
  }
  return resolveSettings(flags, terminal.environment);
}

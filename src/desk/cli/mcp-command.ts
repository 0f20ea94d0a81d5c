import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';
export function defineMcp(_program: Command, _terminal: Terminal, _finish: (code: number) => unknown): void { /* follows */ }

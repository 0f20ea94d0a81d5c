/** Lines of at most so many characters, for a drawing; what is too long ends in “…”. */
export function breakWords(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let now = '';
  for (const word of text.replace(/\s+/gu, ' ').trim().split(' ')) {
    const longer = now === '' ? word : `${now} ${word}`;
    if ([...longer].length <= width || now === '') now = longer;
    else {
      lines.push(now);
      now = word;
    }
  }
  lines.push(now);
  const shown = lines.slice(0, most).map((line) => cut(line, width));
  if (lines.length > most) shown[most - 1] = `${cut(shown[most - 1] ?? '', width - 1).replace(/…$/u, '')}…`;
  return shown;
}

function cut(line: string, width: number): string {
  const points = [...line];
  return points.length <= width ? line : `${points.slice(0, width - 1).join('')}…`;
}

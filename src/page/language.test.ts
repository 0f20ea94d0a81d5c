import { describe, expect, it } from 'vitest';
import { detectLanguage, readLanguageTag } from './language.ts';

describe('detectLanguage', () => {
  const cases: readonly [language: string | null, text: string][] = [
    [
      'en',
      'The council said on Tuesday that the ferry would not sail again until its hull had been repaired by the yard.',
    ],
    [
      'de',
      'Der Rat teilte am Dienstag mit, dass die Fähre erst wieder fahren werde, wenn der Rumpf von der Werft repariert ist.',
    ],
    [
      'fr',
      'Le conseil a annoncé mardi que le ferry ne reprendra pas la mer avant que sa coque soit réparée par le chantier.',
    ],
    [
      'es',
      'El consejo anunció el martes que el transbordador no volverá a navegar hasta que el astillero repare su casco.',
    ],
    ['ru', 'Совет сообщил во вторник, что паром не выйдет в море, пока верфь не отремонтирует его корпус.'],
    ['uk', 'Рада повідомила у вівторок, що пором не вийде в море, доки верф не відремонтує його корпус і двигун.'],
    ['ja', '評議会は火曜日、造船所が船体を修理するまでフェリーは運航しないと発表した。'],
    ['ar', 'أعلن المجلس يوم الثلاثاء أن العبارة لن تبحر مرة أخرى حتى يتم إصلاح هيكلها في الحوض.'],
    [null, 'Port Ellery'],
    ['und', 'zor mek tali ven dru shola pir kem tavo '.repeat(9)],
  ];
  it.each(cases)('gives %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('readLanguageTag', () => {
  it.each([
    ['en-GB', 'en'],
    ['de_DE', 'de'],
    ['nb-NO', 'no'],
    ['', null],
    [null, null],
    ['english', null],
  ])('reads %s as %s', (tag, language) => {
    expect(readLanguageTag(tag)).toBe(language);
  });
});

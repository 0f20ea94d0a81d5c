/** News agencies by every name under which papers credit them. */
const AGENCIES: Readonly<Record<string, readonly string[]>> = {
  Reuters: ['reuters', 'thomson reuters', 'reuters news', 'reuters staff', 'rtr', 'reuters archive'],
  'Associated Press': [
    'associated press',
    'the associated press',
    'ap',
    'ap news',
    'the associated press ap',
    'associated press ap',
  ],
  AFP: ['afp', 'agence france presse', 'afp deutschland', 'afp news', 'afp com'],
  dpa: ['dpa', 'deutsche presse agentur', 'deutsche presse agentur dpa', 'dpa infocom', 'dpa infocom gmbh'],
  'PA Media': ['pa', 'pa media', 'press association', 'pa news agency', 'the press association'],
  APA: ['apa', 'austria presse agentur'],
  'Keystone-SDA': ['sda', 'keystone sda', 'schweizerische depeschenagentur', 'ats', 'keystone ats'],
  SID: ['sid', 'sport informations dienst'],
  epd: ['epd', 'evangelischer pressedienst'],
  KNA: ['kna', 'katholische nachrichten agentur'],
  ANSA: ['ansa'],
  Adnkronos: ['adnkronos'],
  EFE: ['efe', 'agencia efe', 'agencias efe'],
  'Europa Press': ['europa press'],
  Lusa: ['lusa', 'agência lusa', 'agencia lusa'],
  Belga: ['belga'],
  ANP: ['anp'],
  NTB: ['ntb'],
  TT: ['tt', 'tt nyhetsbyrån'],
  Ritzau: ['ritzau'],
  PAP: ['pap', 'polska agencja prasowa'],
  ČTK: ['čtk', 'ctk'],
  MTI: ['mti'],
  TASS: ['tass', 'itar tass'],
  'RIA Novosti': ['ria', 'ria novosti'],
  Interfax: ['interfax', 'interfax ukraine'],
  Ukrinform: ['ukrinform'],
  'Anadolu Agency': ['aa', 'anadolu agency', 'anadolu ajansı', 'anadolu'],
  Xinhua: ['xinhua', 'xinhua news agency'],
  Kyodo: ['kyodo', 'kyodo news'],
  'Jiji Press': ['jiji', 'jiji press'],
  Yonhap: ['yonhap', 'yonhap news agency'],
  PTI: ['pti', 'press trust of india'],
  ANI: ['ani'],
  IANS: ['ians'],
  Bernama: ['bernama'],
  AAP: ['aap', 'australian associated press'],
  'The Canadian Press': ['the canadian press', 'canadian press'],
  UPI: ['upi', 'united press international'],
  'Bloomberg News': ['bloomberg news'],
};

const BY_NAME = new Map(
  Object.entries(AGENCIES).flatMap(([agency, names]) => names.map((name) => [name, agency] as const)),
);

/** The agency that this credit names, and nothing but it; null for anyone else. */
export function findAgency(credit: string): string | null {
  const folded = credit
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return BY_NAME.get(folded) ?? null;
}

// "(Reuters) - ", "KYIV, Ukraine (AP) — ", "BERLIN, Jan 3 (dpa) -": a place in front, or nothing, and a dash behind.
const DATELINE = /^[^()!?]{0,80}\(([^()]{2,60})\)\s*(?:[-–—―:]|$)/u;
// "— AFP", "(dpa)", "Source: Reuters", "With reporting by AFP" as the whole of a last line.
const SIGN_OFF = /^(?:[-–—]\s*|\(|source:\s*|quelle:\s*|with reporting by\s*)([\p{L} -]{2,40})\)?\.?$/iu;

// "MOSCOW, September 4. /TASS/.", "Kyiv. 4 September. INTERFAX-UKRAINE –": the agency behind place and day.
const SLASHED = /^[^/!?]{0,80}\/([\p{L} -]{2,40})\/\s*[.:–—-]?/u;
// "HARBOUR — AP —", "PARIS, 4 May (Xinhua) --" has the form above; "Reuters – The port …" begins with the agency.
const OPENING = /^(?:[\p{Lu}][\p{L} .,'’]{1,40}\s[–—-]{1,2}\s)?([\p{L}][\p{L} -]{1,30}?)\s*[–—]\s/u;
// "The Associated Press contributed to this report.", "With inputs from PTI", "Reporting by Jo Hale for Reuters".
const CONTRIBUTED =
  /^\W*(?:the )?([\p{L} -]{2,40}?)(?: news agency| staff| writers?)? (?:has |also )?contributed to this (?:report|article|story)/iu;
const INPUTS =
  /\b(?:with (?:inputs?|files|reporting|material|additional reporting) (?:from|by)|agencies:) (?:the )?([\p{L} -]{2,30})/iu;

/** The agency that a story's own words credit: in the dateline of its first paragraphs, or in its last line. */
export function findWireInText(paragraphs: readonly string[]): string | null {
  for (const paragraph of paragraphs.slice(0, 3)) {
    // “(dpa/tmn)”, “(AFP / Reuters)”: the first agency named.
    const agency = (DATELINE.exec(paragraph)?.[1] ?? '')
      .split('/')
      .map(findAgency)
      .find((name) => name !== null);
    const slashed = findAgency(SLASHED.exec(paragraph)?.[1] ?? '');
    const opening = findAgency(OPENING.exec(paragraph)?.[1] ?? '');
    const credited = agency ?? slashed ?? opening;
    if (credited !== null) return credited;
  }
  for (const paragraph of paragraphs.slice(-3)) {
    const credited =
      findAgency(CONTRIBUTED.exec(paragraph)?.[1] ?? '') ?? findAgency(INPUTS.exec(paragraph)?.[1] ?? '');
    if (credited !== null) return credited;
  }
  const last = paragraphs.at(-1) ?? '';
  return findAgency(SIGN_OFF.exec(last)?.[1] ?? '') ?? findAgency(/\(([^()]{2,20})\)$/u.exec(last)?.[1] ?? '');
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One article of GeoVirus (Gritta et al., 2018), or a part of one; offsets as the contract has them: the file counts from 1. */
export interface GeoArticle {
  readonly source: string;
  readonly text: string;
  readonly gold: readonly { start: number; end: number; lat: number; lon: number; page: string }[];
}

export type Half = 'development' | 'unseen';

export function readGeoVirus(dataDir: string): { article: GeoArticle; half: Half }[] {
  const xml = readFileSync(join(dataDir, 'geo/GeoVirus.xml'), 'utf8').replace(/<!--[\s\S]*?-->/gu, '');
  const halves = readHalves();
  return [...xml.matchAll(/<article>([\s\S]*?)<\/article>/gu)].map((match) => {
    const article = readArticle(match[1] ?? '');
    const id = createHash('sha256').update(article.source).digest('hex').slice(0, 8);
    const half = halves.get(id);
    if (half !== 'development' && half !== 'unseen')
      throw new Error(`evals/places/split.tsv does not know article ${id}`);
    return { article, half };
  });
}

function readHalves(): ReadonlyMap<string, string> {
  const rows = readFileSync(new URL('split.tsv', import.meta.url), 'utf8').split('\n');
  return new Map(
    rows.filter((row) => row !== '' && !row.startsWith('#')).map((row) => [row.slice(0, 8), row.slice(9)]),
  );
}

function readArticle(xml: string): GeoArticle {
  const text = decode(/<text>([\s\S]*?)<\/text>/u.exec(xml)?.[1] ?? '');
  const gold = [...xml.matchAll(/<location>([\s\S]*?)<\/location>/gu)].map((one) => {
    const field = (name: string): string => decode(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'u').exec(one[1] ?? '')?.[1] ?? ''); // prettier-ignore
    return { start: Number(field('start')) - 1, end: Number(field('end')) - 1, lat: Number(field('lat')), lon: Number(field('lon')), page: field('page').replace(/^.*\//u, '') }; // prettier-ignore
  });
  return { source: decode(/<source>([\s\S]*?)<\/source>/u.exec(xml)?.[1] ?? ''), text, gold };
}

function decode(xml: string): string {
  return xml.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? ''); // prettier-ignore
}

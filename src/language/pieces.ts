import * as library from '@huggingface/tokenizers';
import { openRecord, readModel } from '../base/model-file.ts';

/** Word pieces of a token, by the vocabulary the encoder was pre-trained with; each word is cut once and remembered. */
export interface Pieces {
  idsOf(plain: string): readonly number[];
  readonly cls: number;
  readonly sep: number;
}

/** What we use of the library: its own declarations name their files without endings, which NodeNext does not resolve. */
interface Library {
  readonly Tokenizer: new (
    tokenizer: object,
    config: object,
  ) => {
    token_to_id(token: string): number | undefined;
    encode(text: string, options: { add_special_tokens: boolean }): { readonly ids: number[] };
  };
}

/** Words remembered before the cache starts afresh: bounds the memory of a run over millions of reports. */
const CACHE_LIMIT = 100_000;

export function loadPieces(folder: URL): Pieces {
  const open = (name: string): object => readModel(new URL(name, folder), openRecord);
  const { Tokenizer } = library as unknown as Library;
  const tokenizer = new Tokenizer(open('tokenizer.json'), open('tokenizer_config.json'));
  const special = (token: string): number => tokenizer.token_to_id(token) ?? 0;
  const unknown = [special('[UNK]')];
  const cache = new Map<string, readonly number[]>();
  return {
    cls: special('[CLS]'),
    sep: special('[SEP]'),
    idsOf(plain) {
      const known = cache.get(plain);
      if (known) return known;
      const { ids } = tokenizer.encode(plain, { add_special_tokens: false });
      const found = ids.length > 0 ? ids : unknown;
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(plain, found);
      return found;
    },
  };
}

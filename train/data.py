"""python data.py --encoder FOLDER --data ../../shared/data --names out/names.jsonl.gz --out out/windows.npz

All texts as windows, in one file that holds no text: word pieces, word shapes, which piece is a token's first, labels.
`kind` of a window: gold (PolNeAR train), news, names (CrossNER politics train and dev, GUM without news and test), told (GUM
news outside test: to look at), dev (PolNeAR dev, CofeNet's cut: to look at).
"""
import argparse, gzip, json, os, random
from collections import defaultdict
import numpy as np
from data_kinds import KINDS, NONE
from names import crossner, gum
from tokens import TOKEN, Windows, bio, polnear
from network import LABELS, NAME_LABELS



class Store:
    """Windows one after another: ids, shape, first a piece; role, name, stop a token; kind, document, first token's place a window."""

    def __init__(self, windows, size):
        self.windows, self.size, self.parts, self.documents = windows, size, defaultdict(list), 0

    def add(self, kind, tokens, overlap, roles=None, names=None, shift=0):
        pieces, cuts = self.windows.cut(tokens, self.size, overlap, shift)
        for i, j in cuts:
            ids, shapes, first = self.windows.example(tokens, pieces, i, j)
            at = np.zeros(len(ids), bool); at[first] = True
            put = lambda name, value, kind: self.parts[name].append(np.asarray(value, kind))
            put('ids', ids, np.uint16); put('shape', shapes, np.uint8); put('first', at, bool)
            put('stop', [tokens[k] in '.!?' for k in range(i, j)], bool)
            put('role', [NONE] * (j - i) if roles is None else roles[i:j], np.uint8)
            put('name', [NONE] * (j - i) if names is None else names[i:j], np.uint8)
            put('n', [len(ids)], np.uint16); put('tokens', [j - i], np.uint16)
            put('kind', [KINDS.index(kind)], np.uint8); put('document', [self.documents], np.uint16); put('at', [i], np.uint32)
        self.documents += 1


ap = argparse.ArgumentParser()
for name in ('encoder', 'data', 'names', 'out'): ap.add_argument('--' + name, required=True)
ap.add_argument('--size', type=int, default=224); ap.add_argument('--most', type=int, default=9000, help='news reports')
a = ap.parse_args()
random.seed(4)
store = Store(Windows(a.encoder), a.size)
of = lambda *part: os.path.join(a.data, *part)
silver = {r['id']: r['labels'] for r in map(json.loads, gzip.open(a.names, 'rt'))}
index = lambda labels, known: [known.index(l) for l in labels]

# Gold thrice, cut in other places each time.
for ident, text, attributions in polnear(of('polnear/train')):
    tokens, labels = bio(text, attributions)
    for shift in (0, 70, 140): store.add('gold', tokens, 20, index(labels, LABELS), silver.get(ident), shift=shift)
for k, line in enumerate(gzip.open(of('news/reports.jsonl.gz'), 'rt')):
    if k >= a.most: break
    report = json.loads(line)
    store.add('news', [m.group() for m in TOKEN.finditer(report['title'] + '\n\n' + report['text'][:20000])], 20)

test = open(of('gum/splits.md'), encoding='utf8').read().split('## test')[1]
for whole in (False, True):
    joined = ([], [])
    for part in ('train', 'dev'):
        for tokens, labels in crossner(of(f'crossner/politics/{part}.txt')):
            if not whole:
                if random.random() < .4: store.add('names', tokens, 20, names=index(labels, NAME_LABELS))
                continue
            joined[0].extend(tokens); joined[1].extend(index(labels, NAME_LABELS))
            if len(joined[0]) > 140: store.add('names', joined[0], 20, names=joined[1]); joined = ([], [])
learned = lambda name: '_news_' not in name and name not in test
for tokens, labels in gum(of('gum'), learned):
    for shift in (0, 100): store.add('names', tokens, 20, names=index(labels, NAME_LABELS), shift=shift)
for tokens, labels in gum(of('gum'), lambda name: '_news_' in name and name not in test): store.add('told', tokens, 40, names=index(labels, NAME_LABELS))

# Dev: an article is read whole, each of CofeNet's instances decoded by itself.
articles = defaultdict(list)
for line in open(of('polnear/dev/cofenet.jsonl'), encoding='utf8'):
    row = json.loads(line); articles[row['id']].append(row)
instances = []
for rows in articles.values():
    instances += [[store.documents, len(row['tokens'])] for row in rows]
    store.add('dev', [t for row in rows for t in row['tokens']], 40, index([l for row in rows for l in row['labels']], LABELS))
out = {name: np.concatenate(part) for name, part in store.parts.items()}
np.savez_compressed(a.out, instances=np.array(instances, np.uint16), **out)
print({kind: (int((out['kind'] == k).sum()), int(out['n'][out['kind'] == k].sum())) for k, kind in enumerate(KINDS)}, 'windows, pieces')

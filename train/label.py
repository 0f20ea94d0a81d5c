"""python label.py --teacher t12.npz --student ../models/tagger.onnx --encoder FOLDER --news reports.jsonl.gz --out silver/

Silver labels of roles: what a 12x768 teacher and an earlier student say together of news reports (their mean beats either
on dev), window by window, as probabilities in 1/255. Stop it whenever; train.py takes what is there.
"""
import argparse, gzip, json, os, random, re, time
import numpy as np
import torch
from transformers import MPNetConfig, MPNetModel
from network import Network, bert, load
from tokens import TOKEN, Windows

TELLING = re.compile(r'\b(said|says|told|according to|Trump|Clinton|Obama|senator|president|campaign|minister|officials?|spokes\w+|police|court|government|poll|reported|claimed|denied)\b')


def choose(path, most):
    """The reports richest in telling, for each token labelled costs two that are trained on; shuffled."""
    rated = []
    for line in gzip.open(path, 'rt'):
        report = json.loads(line)
        text = report['text'][:4000]
        if len(report['text']) >= 600: rated.append((len(TELLING.findall(text)) / (len(text) + 500), report['id'], report['title'] + '\n\n' + text))
    rated.sort(reverse=True)
    chosen = [text for _, _, text in rated[:most]]
    random.Random(7).shuffle(chosen)
    return chosen


def quantised(model):
    return torch.ao.quantization.quantize_dynamic(model.eval(), {torch.nn.Linear}, dtype=torch.qint8)


def predict(model, rows, mpnet):
    """Probabilities [rows, pieces, 7]. MPNet's vocabulary is BERT's moved by four, with its own marks at the edges."""
    n = max(len(r[0]) for r in rows)
    ids, mask, shapes = (torch.zeros(len(rows), n, dtype=torch.long) for _ in range(3))
    for k, (piece, shape, _) in enumerate(rows):
        row = torch.tensor(piece) + (4 if mpnet else 0)
        if mpnet: row[0], row[-1], ids[k, len(row):] = 0, 2, 1
        ids[k, :len(row)], mask[k, :len(row)], shapes[k, :len(row)] = row, 1, torch.tensor(shape)
    with torch.no_grad(): return model(ids, shapes, mask)[0].exp().numpy()


ap = argparse.ArgumentParser()
for name in ('teacher', 'student', 'encoder', 'news', 'out'): ap.add_argument('--' + name, required=True)
ap.add_argument('--most', type=int, default=4500); ap.add_argument('--skip', type=int, default=0); ap.add_argument('--share', type=float, default=.5)
ap.add_argument('--size', type=int, default=224); ap.add_argument('--overlap', type=int, default=30)
a = ap.parse_args()
os.makedirs(a.out, exist_ok=True)
teacher = load(Network(MPNetModel(MPNetConfig(vocab_size=30527, layer_norm_eps=1e-5, max_position_embeddings=514), add_pooling_layer=False)), a.teacher)
teacher, student, windows = quantised(teacher), quantised(load(Network(bert(a.encoder)), a.student)), Windows(a.encoder)
pool, shard, done, began = [], 0, 0, time.time()
for text in choose(a.news, a.most)[a.skip:]:
    tokens = [m.group() for m in TOKEN.finditer(text)]
    pieces, cuts = windows.cut(tokens, a.size, a.overlap)
    pool += [windows.example(tokens, pieces, i, j) for i, j in cuts]
    if len(pool) < 320: continue
    pool.sort(key=lambda r: len(r[0]))
    rows = []
    for k in range(0, len(pool), 8):
        batch = pool[k:k + 8]
        mean = (1 - a.share) * predict(teacher, batch, True) + a.share * predict(student, batch, False)
        for q, (ids, shapes, first) in enumerate(batch):
            at = np.zeros(len(ids), bool); at[first] = True
            rows.append((ids, shapes, at, np.round(mean[q, :len(ids)] * 255).astype(np.uint8)))
    np.savez_compressed(os.path.join(a.out, f's{shard:04d}.npz'), n=np.array([len(r[0]) for r in rows]),
                        ids=np.concatenate([r[0] for r in rows]).astype(np.uint16), shape=np.concatenate([r[1] for r in rows]).astype(np.uint8),
                        first=np.concatenate([r[2] for r in rows]), probs=np.concatenate([r[3] for r in rows]))
    done += sum(len(r[0]) for r in rows); pool, shard = [], shard + 1
    print(shard, done, round(done / (time.time() - began)), 'tokens/s', flush=True)

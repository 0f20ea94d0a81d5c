"""Fits the weights of models/linker.json on what examples.ts lists.

python fit.py links LINKS.jsonl LINKER.json       conditional logit over each choice's options
python fit.py triples TRIPLES.jsonl LINKER.json   logistic regressions `exact` and `overlap`

Binary features by name; a name counts from LEAST examples on. L2 throughout; weights are rounded to 3 digits, and those under
TINY left out. Deterministic: full-batch L-BFGS from zero. Needs numpy and scipy.
"""
import json, sys
from collections import Counter
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

LEAST, RIDGE, TINY = {'links': 15, 'triples': 4}, {'links': 2.0, 'triples': 4.0}, {'links': 0.08, 'triples': 0.02}


def matrix(rows, least):
    count = Counter(name for row in rows for name in set(row))
    names = sorted(name for name, n in count.items() if n >= least)
    index = {name: i for i, name in enumerate(names)}
    cols, at = [], [0]
    for row in rows:
        cols += sorted({index[name] for name in row if name in index}); at.append(len(cols))
    return names, csr_matrix((np.ones(len(cols)), cols, at), shape=(len(rows), len(names)))


def fit(loss, size):
    best = minimize(loss, np.zeros(size), jac=True, method='L-BFGS-B', options={'maxiter': 400, 'maxcor': 20})
    return best.x


def table(names, weights, tiny):
    return {name: round(float(w), 3) for name, w in zip(names, weights) if abs(w) >= tiny}


def fit_links(examples, ridge):
    rows, start, right = [], [], []
    for example in examples:
        start.append(len(rows)); right.append(len(rows) + example['right']); rows += example['options']
    names, x = matrix(rows, LEAST['links'])
    start, right = np.array(start), np.array(right)
    group = np.repeat(np.arange(len(start)), np.diff(np.append(start, len(rows))))

    def loss(w):
        score = x @ w
        score = np.exp(score - np.maximum.reduceat(score, start)[group])
        chance = score / np.add.reduceat(score, start)[group]
        error = chance.copy(); error[right] -= 1
        return -np.log(chance[right] + 1e-12).sum() + ridge / 2 * w @ w, x.T @ error + ridge * w
    w = fit(loss, len(names))
    score = x @ w
    hits = [int(np.argmax(score[a:b])) == r - a for a, b, r in zip(start, np.append(start[1:], len(rows)), right)]
    print(len(examples), 'choices', len(names), 'features; right in training', round(float(np.mean(hits)), 4))
    return table(names, w, TINY['links'])


def fit_odds(examples, key, ridge):
    names, x = matrix([e['names'] for e in examples], LEAST['triples'])
    y = np.array([float(e[key]) for e in examples])

    def loss(w):
        score = x @ w
        chance = 1 / (1 + np.exp(-score))
        return (np.logaddexp(0, score) - y * score).sum() + ridge / 2 * w @ w, x.T @ (chance - y) + ridge * w
    w = fit(loss, len(names))
    print(key, len(examples), 'triples', len(names), 'features; mean', y.mean().round(4))
    return table(names, w, TINY['triples'])


if __name__ == '__main__':
    kind, source, out = sys.argv[1:4]
    ridge = float(sys.argv[4]) if len(sys.argv) > 4 else RIDGE[kind]
    examples = [json.loads(line) for line in open(source, encoding='utf8')]
    try: linker = json.load(open(out, encoding='utf8'))
    except FileNotFoundError: linker = {'link': {}, 'exact': {}, 'overlap': {}}
    if kind == 'links': linker['link'] = fit_links(examples, ridge)
    else:
        for key in ('exact', 'overlap'): linker[key] = fit_odds(examples, key, ridge)
    with open(out, 'w', encoding='utf8') as file:
        json.dump(linker, file, ensure_ascii=False, indent=0, sort_keys=True); file.write('\n')

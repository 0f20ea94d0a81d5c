"""python distil.py --reports reports.jsonl.gz --encoder FOLDER --out ../../models/words.bin

How rare a word is (documents of news that hold it) and a small vector of its meaning: all-MiniLM-L6-v2 reads each word
alone, the mean of its pieces is cut to DIMS principal components and to int8 (after model2vec, Tulkens and van Dongen
2024). No text ships, only counts. File: a line of JSON {words, documents, dims}, a line of the words parted by spaces,
then a byte of round(16·log2(documents that hold it)) a word, then int8 [words, dims], each row of unit length times 127.
"""
import argparse, collections, gzip, json, re
import numpy as np, torch
from transformers import AutoModel, AutoTokenizer

LEAST, DIMS = 6, 64
WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
ap = argparse.ArgumentParser()
ap.add_argument('--reports', required=True); ap.add_argument('--encoder', required=True); ap.add_argument('--out', required=True)
a = ap.parse_args()

counts, documents = collections.Counter(), 0
with gzip.open(a.reports, 'rt') as lines:
    for line in lines:
        counts.update(set(WORD.findall(json.loads(line)['text'].lower())))
        documents += 1
words = sorted(word for word, n in counts.items() if n >= LEAST and 1 < len(word) < 24)
print(len(words), 'words of', documents, 'documents', flush=True)

tokenizer, model = AutoTokenizer.from_pretrained(a.encoder), AutoModel.from_pretrained(a.encoder).eval()
rows = []
with torch.no_grad():
    for at in range(0, len(words), 256):
        batch = tokenizer(words[at:at + 256], padding=True, return_tensors='pt')
        mask = batch['attention_mask'].unsqueeze(-1)
        rows.append(((model(**batch).last_hidden_state * mask).sum(1) / mask.sum(1)).numpy())
full = np.concatenate(rows)
full -= full.mean(0)
_, _, axes = np.linalg.svd(full[np.random.default_rng(0).permutation(len(full))[:8000]], full_matrices=False)
small = full @ axes[:DIMS].T
small /= np.linalg.norm(small, axis=1, keepdims=True)
with open(a.out, 'wb') as out:
    out.write(json.dumps({'words': len(words), 'documents': documents, 'dims': DIMS}).encode() + b'\n')
    out.write(' '.join(words).encode() + b'\n')
    out.write(np.round(16 * np.log2([counts[word] for word in words])).astype(np.uint8).tobytes())
    out.write(np.round(small * 127).astype(np.int8).tobytes())

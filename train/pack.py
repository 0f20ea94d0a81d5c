"""python pack.py --encoder FOLDER --out minilm.npz   -> all-MiniLM-L6-v2's weights as network.unpack reads them"""
import argparse, os
import numpy as np
from safetensors.torch import load_file
from network import pack

ap = argparse.ArgumentParser()
ap.add_argument('--encoder', required=True); ap.add_argument('--out', required=True)
a = ap.parse_args()
weights = load_file(os.path.join(a.encoder, 'model.safetensors'))
np.savez_compressed(a.out, **pack({name: value for name, value in weights.items() if value.dtype.is_floating_point and not name.startswith('pooler')}))

"""python export.py --encoder FOLDER --weights student.pt --out ../models   -> tagger.onnx, int8

One window a run: a batch of one, so that dynamic quantisation, whose scale is taken over the whole tensor, can never
let one window change another's result (docs/decisions/0002). Inputs: ids, shape int32 [1, pieces]; outputs, log probabilities:
roles float [1, pieces, 7], names float [1, pieces, 11].
"""
import argparse, os, tempfile
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from network import Network, bert, load

ap = argparse.ArgumentParser()
ap.add_argument('--encoder', required=True); ap.add_argument('--weights', required=True); ap.add_argument('--out', required=True)
a = ap.parse_args()
class Heads(torch.nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, ids, shapes): return self.network(ids, shapes)[:2]


model = Heads(load(Network(bert(a.encoder)), a.weights)).eval()
example = (torch.ones(1, 16, dtype=torch.int32), torch.ones(1, 16, dtype=torch.int32))
with tempfile.TemporaryDirectory() as folder:
    full = os.path.join(folder, 'full.onnx')
    torch.onnx.export(model, example, full, input_names=['ids', 'shape'], output_names=['roles', 'names'], opset_version=17,
                      dynamic_axes={name: {1: 'pieces'} for name in ('ids', 'shape', 'roles', 'names')})
    quantize_dynamic(full, os.path.join(a.out, 'tagger.onnx'), weight_type=QuantType.QInt8, per_channel=True)

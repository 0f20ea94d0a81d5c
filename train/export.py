"""python export.py --encoder FOLDER --weights student.pt --out ../models   -> tagger.onnx, int8

One window a run: a batch of one, so that dynamic quantisation, whose scale is taken over the whole tensor, can never
let one window change another's result (docs/decisions/0002). Inputs: ids, shape int32 [1, pieces]; output: logp float [1, pieces, 7].
"""
import argparse, os, tempfile
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from network import Network, bert

ap = argparse.ArgumentParser()
ap.add_argument('--encoder', required=True); ap.add_argument('--weights', required=True); ap.add_argument('--out', required=True)
a = ap.parse_args()
model = Network(bert(a.encoder))
model.load_state_dict(torch.load(a.weights, weights_only=True), strict=False)
model.eval()
example = (torch.ones(1, 16, dtype=torch.int32), torch.ones(1, 16, dtype=torch.int32))
with tempfile.TemporaryDirectory() as folder:
    full = os.path.join(folder, 'full.onnx')
    torch.onnx.export(model, example, full, input_names=['ids', 'shape'], output_names=['logp'], opset_version=17,
                      dynamic_axes={'ids': {1: 'pieces'}, 'shape': {1: 'pieces'}, 'logp': {1: 'pieces'}})
    quantize_dynamic(full, os.path.join(a.out, 'tagger.onnx'), weight_type=QuantType.QInt8, per_channel=True)

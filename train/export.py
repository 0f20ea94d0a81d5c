"""python export.py --weights student.npz --blend before.onnx --share .15 --out ../models   -> tagger.onnx, int8

--blend takes a share of an earlier network's weights in: one that the student was trained on from, so that their weights match.

One window a run: a batch of one, so that dynamic quantisation, whose scale is taken over the whole tensor, can never
let one window change another's result (docs/decisions/0002). Inputs: ids, shape int32 [1, pieces]; outputs: log probabilities
of roles float [1, pieces, 7] and names float [1, pieces, 11], sense float [1, pieces, 128].
"""
import argparse, os, tempfile
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from network import load, shipped, small

ap = argparse.ArgumentParser()
ap.add_argument('--weights', required=True); ap.add_argument('--out', required=True); ap.add_argument('--blend'); ap.add_argument('--share', type=float, default=.15)
ap.add_argument('--bits', type=int, default=7, choices=(7, 8), help='7: right on processors without VNNI too')
a = ap.parse_args()
model = load(small(), a.weights).eval()
if a.blend:
    mine, other = model.state_dict(), shipped(a.blend)
    model.load_state_dict({name: value.lerp(other[name], a.share) if name in other else value for name, value in mine.items()})
example = (torch.ones(1, 16, dtype=torch.int32), torch.ones(1, 16, dtype=torch.int32))
outputs = ['roles', 'names', 'sense']
with tempfile.TemporaryDirectory() as folder:
    full = os.path.join(folder, 'full.onnx')
    torch.onnx.export(model, example, full, input_names=['ids', 'shape'], output_names=outputs, opset_version=17,
                      dynamic_axes={name: {1: 'pieces'} for name in ('ids', 'shape', *outputs)})
    quantize_dynamic(full, os.path.join(a.out, 'tagger.onnx'), weight_type=QuantType.QInt8, per_channel=True, reduce_range=a.bits == 7)

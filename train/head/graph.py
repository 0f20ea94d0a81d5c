"""The head of names in models/tagger.onnx: one linear map of the upper five layers' outputs, beside the network as it was.

Everything that the other heads read stays as it is, bit by bit. The head's weights are one matrix of float32 [1920, 11] and
one row [11], under names by which evals/names puts a fold's own in their place.
"""
import numpy as np, onnx
from onnx import TensorProto, helper, numpy_helper

LAYERS, SIZE, LABELS = range(1, 6), 384, 11
HIDDEN = [f'/encoder/layer.{k}/LayerNorm_1/LayerNormalization_output_0' for k in LAYERS]
WEIGHT, BIAS = 'names.head.weight', 'names.head.bias'


def with_hidden(path):
    """The graph with the outputs of the upper layers as outputs of its own: what the head is learned from."""
    model = onnx.load(path)
    for name in HIDDEN: model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, None, SIZE]))
    return model


def put_head(path, weight, bias):
    """Puts the head in place of the one that is there; nodes that then lead nowhere are dropped."""
    model = onnx.load(path)
    graph = model.graph
    keep = [node for node in graph.node if 'names' not in node.output and not node.name.startswith('/names_head')]
    needed, kept = {o.name for o in graph.output} - {'names'} | set(HIDDEN), []
    for node in reversed(keep):
        if needed & set(node.output): kept.append(node); needed |= set(node.input)
    del graph.node[:]
    graph.node.extend(reversed(kept))
    new = [helper.make_node('Concat', HIDDEN, ['/names_head/hidden'], name='/names_head/Concat', axis=-1),
           helper.make_node('MatMul', ['/names_head/hidden', WEIGHT], ['/names_head/product'], name='/names_head/MatMul'),
           helper.make_node('Add', ['/names_head/product', BIAS], ['/names_head/scores'], name='/names_head/Add'),
           helper.make_node('LogSoftmax', ['/names_head/scores'], ['names'], name='/names_head/LogSoftmax', axis=-1)]
    graph.node.extend(new)
    used = {name for node in graph.node for name in node.input}
    values = [one for one in graph.initializer if one.name in used and one.name not in (WEIGHT, BIAS)]
    del graph.initializer[:]
    graph.initializer.extend(values + [numpy_helper.from_array(np.ascontiguousarray(weight, np.float32), WEIGHT), numpy_helper.from_array(np.asarray(bias, np.float32), BIAS)])
    onnx.checker.check_model(model)
    onnx.save(model, path)

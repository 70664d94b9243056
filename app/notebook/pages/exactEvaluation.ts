import {
  anatomy,
  check,
  experiment,
  feedForward,
  matrices,
  page,
  softmaxCrossEntropy,
  text,
} from './build.ts';

/** PRML 5.4.5: the closed form for two layers, entry by entry, and how it generalises. */
export const exactEvaluation = page('exact', 'Exact evaluation', [
  text(String.raw`
The Hessian of any feed-forward network can be written down exactly, by the chain rule and some bookkeeping. For two
layers of weights the result fits in three lines. Two quantities at the outputs carry everything the loss contributes:

$$
\delta_k=\frac{\partial E_n}{\partial a_k},\qquad M_{kk'}=\frac{\partial^2E_n}{\partial a_k\,\partial a_{k'}} .
$$

Inputs are $x_i$, hidden units $z_j=h(a_j)$, outputs $k$; biases are weights from a unit that is always 1, and $I_{jj'}$
is 1 for $j=j'$, else 0.

**Both weights in layer 2**

$$
\frac{\partial^2E_n}{\partial w_{kj}^{(2)}\,\partial w_{k'j'}^{(2)}}=z_j\,z_{j'}\,M_{kk'}
$$

**Both weights in layer 1**

$$
\frac{\partial^2E_n}{\partial w_{ji}^{(1)}\,\partial w_{j'i'}^{(1)}}=x_i\,x_{i'}\Big\{h''(a_j)\,I_{jj'}\sum_kw_{kj}^{(2)}\delta_k
+h'(a_j)\,h'(a_{j'})\sum_k\sum_{k'}w_{kj}^{(2)}w_{k'j'}^{(2)}M_{kk'}\Big\}
$$

**One weight in each layer**

$$
\frac{\partial^2E_n}{\partial w_{ji}^{(1)}\,\partial w_{kj'}^{(2)}}=x_i\,h'(a_j)\Big\{\delta_k\,I_{jj'}
+z_{j'}\sum_{k'}w_{k'j}^{(2)}M_{kk'}\Big\}
$$

Sum over patterns, and that is the matrix (PRML 5.93 to 5.95). Copies of the last line often have wrong indices; the ones
here agree with finite differences.
`),
  text(String.raw`
## An entry taken apart

Every term goes either through $M$ or through $\delta$. The terms with $M$ add up to Gauss–Newton, those with $\delta$ to
the residual part. Below, choose an entry in any matrix. Under it stand its formula, the same with the numbers of one
pattern, and the sum over all patterns.
`),
  experiment(
    {
      title: 'Two layers, three classes',
      network: feedForward(2, [2], 3, 'softmax'),
      loss: softmaxCrossEntropy,
      data: { set: 'blobs', count: 30, noise: 0.4, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'closed-form', 'residual'], entry: [6, 0], parameter: 6, pattern: 0 },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  matrices(),
  anatomy(),
  text(String.raw`
> **Try it**
>
> The entry on show, row 7 and column 1, joins $w_{1,1}^{(2)}$ with $w_{1,1}^{(1)}$: output weight and hidden weight meet
> at the same hidden unit. Move one row down. The output weight now reads hidden unit 2. Which term has gone?
`),
  check(
    String.raw`
Why does the term with $\delta_k$ belong only to pairs that meet at one hidden unit?`,
    String.raw`
$\delta_kz_j$ is the gradient with respect to $w_{kj}^{(2)}$. A change of $w_{ji}^{(1)}$ moves $z_j$ and with it this
gradient directly, at the rate $\delta_kh'(a_j)x_i$. It does not move $z_{j'}$ of another unit; the gradient of
$w_{kj'}^{(2)}$ changes only because $\delta_k$ does, and that is the term with $M$.`,
  ),
  check(
    String.raw`
Look at Residual. Which blocks are exactly zero, and why?`,
    String.raw`
The block of layer 2 with itself: the pre-activations of the outputs are linear in these weights, so all goes through $M$.
Also pairs of layer-1 weights into different hidden units, because of $I_{jj'}$. What is left are the blocks of each
hidden unit with itself and with the weights that read it.`,
  ),
  check(
    String.raw`
Suppose the hidden units are linear, so that $h''=0$. Is $H$ equal to Gauss–Newton? Answer from the formulas, then change
the activation of hidden1 to identity.`,
    String.raw`
No. The term $\delta_kh'(a_j)x_i$ between the layers does not contain $h''$. Two layers of linear units compute a linear
function of $\mathbf x$, but it is a product in the weights. In the figure the residual keeps its blocks between the
layers and loses those of layer 1.`,
  ),
  text(String.raw`
## Any number of layers

For deeper networks and skip-layer connections the formula becomes a sum over paths, and nobody would write it out. One
observation makes it practical. A change of $w_{ji}$ changes $a_j$ by $z_i$ times as much. So everything above unit $j$
needs to be followed for a change of $a_j$ only once, and serves all the weights into that unit. One extra pair of passes
for each *unit*, and products for each pair of weights: $O(W^2)$ for each pattern. More is not possible to save, because
there are $W^2$ entries to fill.

Exact on this page is computed that way, as products of matrices over all patterns; Two-layer closed form is the three
lines above, written as loops. Their difference is rounding.

> **Try it**
>
> Press + Layer. The closed form says why it no longer applies. Exact goes on, and the anatomy of an entry becomes the
> sum over paths.

Often not the matrix is wanted but its product with a vector. Next: [fast multiplication](#page/fast-multiplication).
`),
]);

import {
  check,
  experiment,
  feedForward,
  lens,
  matrices,
  page,
  softmaxCrossEntropy,
  sumOfSquares,
  text,
} from './build.ts';

/** PRML 5.4.1: what the recursion keeps, where it is exact, and what breaks it. */
export const diagonal = page('diagonal', 'Diagonal approximation', [
  text(String.raw`
A diagonal matrix is inverted with $W$ divisions. For methods that need $H^{-1}$ again and again, it is tempting
to keep only the entries $\partial^2E/\partial w_{ji}^2$ and to put zero everywhere else.

These entries come from the pre-activations. The weight $w_{ji}$ acts on pattern $n$ only through
$a_j=\sum_iw_{ji}z_i$, which is linear in it. So

$$
\frac{\partial^2E_n}{\partial w_{ji}^2}=\frac{\partial^2E_n}{\partial a_j^2}\,z_i^2 ,
$$

with nothing neglected so far. The chain rule carries the second derivative back from the units $k$ that unit $j$
feeds:

$$
\frac{\partial^2E_n}{\partial a_j^2}=h'(a_j)^2\sum_k\sum_{k'}w_{kj}w_{k'j}\frac{\partial^2E_n}{\partial a_k\,\partial a_{k'}}
+h''(a_j)\sum_kw_{kj}\delta_k .
$$

The double sum asks for mixed derivatives of pairs of units, and these would ask for more of them further on. The
approximation drops the terms with $k\neq k'$:

$$
\frac{\partial^2E_n}{\partial a_j^2}\simeq h'(a_j)^2\sum_kw_{kj}^2\frac{\partial^2E_n}{\partial a_k^2}
+h''(a_j)\sum_kw_{kj}\delta_k .
$$

This is a recursion like backpropagation. It starts from $M_{kk}=\partial^2E_n/\partial a_k^2$ at the outputs and
costs $O(W)$ for each pattern, where the full matrix costs $O(W^2)$.
`),
  text(String.raw`
## Two errors, one avoidable

Everything beside the diagonal is lost: that is the choice. The entries kept may also be wrong, because the double
sum was cut. The second error can vanish. Below, Exact diagonal has the true diagonal of $H$, and Diagonal has what
the recursion finds.
`),
  experiment(
    {
      title: 'One hidden layer, outputs that do not mix',
      network: feedForward(1, [3], 2),
      loss: sumOfSquares,
      weightDecay: 0.01,
      data: { set: 'two-outputs', count: 40, noise: 0.1, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'exact-diagonal', 'diagonal'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  matrices(),
  text(String.raw`
Both have the same error, 91.6 %, because they are the same matrix. With one hidden layer the sum over $k$ runs over
the outputs. Sum of squares with identity outputs has $M_{kk'}=0$ for $k\neq k'$, so there was nothing to drop. That
they are both so far from $H$ shows how much of $H$ lies beside its diagonal.

> **Try it**
>
> Press + Layer to put a second hidden layer before the outputs. The two errors part, and after training they are
> further apart. Which rows of the recursion are to blame?
`),
  check(
    String.raw`
With the second hidden layer in place: for which weights does the recursion still give the true entry?`,
    String.raw`
For the weights and biases into the outputs and into hidden2. Above both stands only what does not mix: first $M$
itself, then the outputs. A change of $a_j$ in hidden1 reaches several units of hidden2 at once, and there
$\partial^2E_n/\partial a_k\,\partial a_{k'}$ is not zero. Only the entries of layer 1 are wrong.`,
  ),
  check(
    String.raw`
At the weights of the first figure some entries of the diagonal are negative. What happens to a method that divides
the gradient by them?`,
    String.raw`
Along such a weight the error curves downwards. The quotient then points uphill: the step goes towards a maximum.
Methods that use the diagonal take absolute values, or drop the term with $h''$, which leaves only terms that are
not negative when $M_{kk}$ is not.`,
  ),
  text(String.raw`
## Outputs that mix

Softmax ties the outputs together: $M_{kk'}=y_k(I_{kk'}-y_{k'})$ is full. Now one hidden layer is enough to go
wrong. The scatter figure shows every entry of $H$ to the right and what Diagonal makes of it upwards. Points on the
level line are entries beside the diagonal; points on the slanting line are right.
`),
  experiment(
    {
      title: 'Softmax outputs',
      network: feedForward(2, [3], 3, 'softmax'),
      loss: softmaxCrossEntropy,
      weightDecay: 0.01,
      data: { set: 'blobs', count: 90, noise: 0.4, seed: 1 },
      parameters: { seed: 2, scale: 1 },
      view: { matrices: ['exact', 'exact-diagonal', 'diagonal'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  lens('differences', { figure: 'scatter', matrix: 'diagonal' }),
  matrices(),
  check(
    String.raw`
The squared error of Diagonal is never smaller than that of Exact diagonal. Why, and when are they equal?`,
    String.raw`
The squared differences from $H$ add up over entries. Both matrices miss the same entries beside the diagonal; on it
Exact diagonal misses nothing. They are equal exactly when the recursion gives the true diagonal.`,
  ),
  text(String.raw`
The diagonal was introduced for pruning. Optimal Brain Damage estimates the cost of removing $w_q$ as
$\tfrac12H_{qq}w_q^2$ at a minimum. One number for each weight is then all that is needed. Where the way weights act
together matters, as it does for a Newton step, the diagonal is a poor stand-in.

Next: an approximation that keeps every entry, [the outer product](#page/outer-product).
`),
]);

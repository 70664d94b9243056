import { anatomy, check, experiment, inverse, lens, matrices, matrix, page, text } from './build.ts';
import { logistic, regressionFunction, skip, softmax, twoOutputs } from './exerciseSettings.ts';

/** PRML exercises 5.16 to 5.23, on networks small enough for a pocket calculator. */
export const exercises = page('exercises', 'Exercises 5.16 to 5.23', [
  text(String.raw`
This page is for checking answers to the exercises of PRML on the Hessian. Derive first. Then put numbers into your
formula and compare with the figure: most networks here have one hidden unit and the two inputs $x=0$ and $x=1$, so that a
pocket calculator is enough. You need $\tanh0=0$ with slope 1, and $\tanh1=0.7616$ with slope $h'=0.4200$. The answers are
folded.

Weights can be changed anywhere; the numbers follow, the folded answers speak of the weights as they stand at first.
`),
  text(String.raw`
## 5.16: several outputs

The outer product was derived for one output. What takes its place for sum of squares with $K$ outputs?

Here $K=2$. The hidden weight and bias are 1 and 0, the output weights 1 and 2, the output biases 0. The decay
$\alpha=0.1$ adds to the diagonal only.
`),
  experiment(twoOutputs, ['network', 'loss']),
  matrices(),
  check(
    String.raw`
Your formula, and from it the entry of the outer product for $w_{1,0}^{(1)}$ and $w_{1,1}^{(1)}$, the bias and the weight of the
hidden unit (row 2, column 1).`,
    String.raw`
$$
\sum_n\sum_k\nabla y_{nk}\nabla y_{nk}^{\mathsf T}=\sum_nJ_n^{\mathsf T}J_n ,
$$

with row $k$ of $J_n$ the gradient of output $k$. For the entry, $\partial y_k/\partial w_{1,1}^{(1)}=w_kh'x$ and
$\partial y_k/\partial w_{1,0}^{(1)}=w_kh'$. The pattern $x=0$ gives nothing. The other gives
$(1^2+2^2)\times0.4200^2=0.882$. One output alone would have given 0.176.`,
  ),
  text(String.raw`
## 5.21: the sequential inverse, several outputs

Extend the update of the inverse so that it takes in a pattern with $K$ outputs, or one more output of the patterns seen
already. The same network serves: two patterns with two outputs each.
`),
  inverse('outer-product'),
  check(
    String.raw`
How many corrections of rank one are needed, and does it matter whether they come pattern by pattern or output by output?`,
    String.raw`
$NK=4$, one for each $\mathbf b_{nk}=\nabla y_{nk}$, all by the formula of [the page on the inverse](#page/inverse):

$$
H_{\text{new}}^{-1}=H^{-1}-\frac{H^{-1}\mathbf b_{nk}\mathbf b_{nk}^{\mathsf T}H^{-1}}{1+\mathbf b_{nk}^{\mathsf T}H^{-1}\mathbf b_{nk}} .
$$

The sum does not know its order, so either way leads to the same inverse. A whole pattern at once is Woodbury's identity,
$H^{-1}-H^{-1}J_n^{\mathsf T}(I+J_nH^{-1}J_n^{\mathsf T})^{-1}J_nH^{-1}$, which inverts a $K\times K$ matrix instead of dividing
$K$ times.`,
  ),
  text(String.raw`
## 5.17: infinitely many data

Replace the sum over patterns by an expectation over $p(\mathbf x,t)$. At the weights where $y$ is the conditional mean of $t$,
what is left of the second derivatives of the squared error?

The weights below come from a fit to 2,000 patterns, so $y$ is close to the conditional mean. The loss is a mean. Do not train;
change N in steps, from 20 to 2000. The weights stay, only the data are drawn anew.
`),
  experiment(regressionFunction, ['data']),
  matrix('residual'),
  check(
    String.raw`
The answer, and what it says of the share of the residual part as $N$ grows.`,
    String.raw`
$$
\frac{\partial^2E}{\partial w_r\,\partial w_s}=\int\frac{\partial y}{\partial w_r}\frac{\partial y}{\partial w_s}\,p(\mathbf x)\,\mathrm d\mathbf x .
$$

The other term contains $\int(y-t)\,p(t\mid\mathbf x)\,\mathrm dt$, which is zero there. With finite $N$ it is a mean of zero-mean
terms and falls like $1/\sqrt N$: from several per cent of $H$ at $N=20$ to below one per cent at 2000, up to the luck of the draw.
A little stays, because three hidden units do not make an exact sine.`,
  ),
  text(String.raw`
## 5.19: one logistic output, cross-entropy

The outer product again, now with $E_n=-t\ln y-(1-t)\ln(1-y)$ and $y$ the logistic function of $a$. The weights are 1 and 0,
then 2 and 0.
`),
  experiment(logistic, ['network']),
  matrices(),
  check(
    String.raw`
Your formula, and the same entry as before (row 2, column 1).`,
    String.raw`
$$
\sum_ny_n(1-y_n)\,\mathbf b_n\mathbf b_n^{\mathsf T},\qquad\mathbf b_n=\nabla a_n ,
$$

because $\partial^2E_n/\partial a^2=y(1-y)$. The gradient is that of $a$, not of $y$.
At $x=1$: $a=2\times0.7616=1.523$, $y=0.821$, $y(1-y)=0.147$, and $\partial a/\partial w=2\times0.4200=0.840$ for weight and
bias. The entry is $0.147\times0.840^2=0.1037$.`,
  ),
  text(String.raw`
## 5.20: K softmax outputs, cross-entropy

The same with $E_n=-\sum_kt_k\ln y_k$. Output weights 1 and 2, all biases 0.
`),
  experiment(softmax, ['network']),
  matrices(),
  check(
    String.raw`
Your formula, and once more the entry in row 2, column 1.`,
    String.raw`
$$
\sum_nJ_n^{\mathsf T}\big(\operatorname{diag}\mathbf y_n-\mathbf y_n\mathbf y_n^{\mathsf T}\big)J_n
=\sum_n\sum_{k,k'}y_{nk}(I_{kk'}-y_{nk'})\,\nabla a_{nk}\nabla a_{nk'}^{\mathsf T} .
$$

At $x=1$ the pre-activations are 0.7616 and 1.523, so $y_1=0.318$ and $y_1y_2=0.217$. For two classes the sum is
$y_1y_2\,(\nabla a_1-\nabla a_2)(\nabla a_1-\nabla a_2)^{\mathsf T}$, and the entry is $0.217\times(0.420-0.840)^2=0.0383$.`,
  ),
  text(String.raw`
## 5.22: the exact Hessian of two layers

Derive the three formulas for both weights in layer 2, both in layer 1, and one in each, by the chain rule. The anatomy shows each
with its numbers for one pattern. Choose an entry of each kind.
`),
  anatomy(),
  check(
    String.raw`
For which of the three kinds is the whole entry already in the outer product?`,
    String.raw`
For both in layer 2, always. For both in layer 1 when they lead to different hidden units, and for one in each when they do not
meet at the same hidden unit. Here there is a single hidden unit, so both of the latter kinds carry a term in $\delta$.
The formulas stand on the page on [exact evaluation](#page/exact).`,
  ),
  text(String.raw`
## 5.18 and 5.23: connections that skip the hidden layer

Let the inputs feed the outputs directly as well, through weights $u_{ki}$, so that
$a_k=\sum_jw_{kj}z_j+\sum_iu_{ki}x_i$. What is the gradient with respect to $u_{ki}$, and which second derivatives
are new?

Below, the weights are 1 and 0 for the hidden unit, 2 from it to the output, $-1$ past it, and the output bias is 0. The target at
$x=1$ is 1. The stepper shows the gradient of one pattern in its last steps.
`),
  experiment(skip, ['network']),
  lens('stepper', { step: 0 }),
  check(
    String.raw`
The gradient for the skip weight, in symbols and for the pattern $x=1$.`,
    String.raw`
$\partial E_n/\partial u_{ki}=\delta_kx_i$, as for any weight into an output: the error signal times what the weight reads. Here
$y=2\times0.7616-1=0.523$, so $\delta=-0.477$, and the gradient is $-0.477$.`,
  ),
  matrices(),
  anatomy(),
  check(
    String.raw`
The second derivatives of $u_{ki}$ with another skip weight, with a weight of layer 2, and with one of layer 1; and the three
numbers in row 4.`,
    String.raw`
$$
\begin{aligned}
\frac{\partial^2E_n}{\partial u_{ki}\,\partial u_{k'i'}}&=x_i\,x_{i'}\,M_{kk'},\qquad
\frac{\partial^2E_n}{\partial u_{ki}\,\partial w_{k'j}^{(2)}}=x_i\,z_j\,M_{kk'},\\
\frac{\partial^2E_n}{\partial u_{ki}\,\partial w_{ji'}^{(1)}}&=x_i\,x_{i'}\,h'(a_j)\sum_{k'}w_{k'j}^{(2)}M_{kk'} .
\end{aligned}
$$

None has a term in $\delta$, because $u_{ki}$ reads an input and inputs do not depend on weights. All other entries keep the
formulas of two layers, with $\delta$ and $M$ taken at the new outputs. With $M=1$ the row has 1 for the skip weight with itself,
0.762 with the weight from the hidden unit, and $0.420\times2=0.840$ with the hidden weight. Residual is zero along the whole row.`,
  ),
  text(String.raw`
That is the end of section 5.4. To go on with a network of your own, choose Open in explorer at any experiment. What all these
matrices are good for begins with solving for a vector: [inverses and solves](#page/inverses).
`),
]);

import { studySettings } from '../../../engine/notebook/studies/index.ts';
import { check, page, study, text } from './build.ts';

const network = { ...studySettings.recurrent.defaults, units: 4, seed: 1, gain: 0.8, patterns: 2 };

/** Pearlmutter 1994, recurrent backprop: gradient and Hv at an equilibrium, and networks that have none. */
export const recurrent = page('recurrent', 'Recurrent networks', [
  text(String.raw`
A feed-forward network computes its outputs in one pass. In a recurrent network every unit may read every other, itself
included, and there is no last layer. It settles instead. Each activation moves towards what its unit receives,

$$
\frac{\mathrm dy_j}{\mathrm dt}\propto-y_j+\sigma(x_j)+I_j ,\qquad x_j=\sum_i w_{ij}y_i ,
$$

with $w_{ij}$ from $i$ to $j$, until nothing moves: an equilibrium. The error is read there, $E=\tfrac12\sum(y_k-t_k)^2$
over units with targets and over patterns. Section 5 of Pearlmutter's paper *Fast exact multiplication by the Hessian*
(1994) takes such networks as its second example; PRML stops before them.

How can one differentiate something that is only known as the end of a movement? Almeida and Pineda found that the
derivatives are the end of a movement, too.
`),
  text(String.raw`
## Four relaxations

Four units, sixteen drawn weights, two patterns. Time runs in steps: each goes the share $\tau$ of the way.
`),
  study('recurrent', network),
  text(String.raw`
When $y$ has come to rest, error signals are let loose in the same network with every connection turned round,

$$
\frac{\mathrm dz_i}{\mathrm dt}\propto-z_i+\sigma'(x_i)\Bigl(\sum_j w_{ij}z_j+e_i\Bigr),\qquad
\frac{\partial E}{\partial w_{ij}}=y_i z_j ,
$$

with $e_i=\partial E/\partial y_i$. The operator $\mathcal R\{\cdot\}$, the derivative along a direction $v$ in the
space of weights, goes through both equations as it goes through any others. It leaves two more relaxations, for
$\mathcal R\{y\}$ and $\mathcal R\{z\}$, and the product

$$
(Hv)_{ij}=y_i\,\mathcal R\{z_j\}+\mathcal R\{y_i\}\,z_j .
$$

Nothing is stored on the way: how the network came to its equilibrium does not matter, only where it is.

> **Try it**
>
> Look at $z$, R{y} and R{z} in turn, then at Movement. The four lines end with the same slope. Set the step
> $\tau$ to 1: fewer steps are needed here. Choose one weight in the matrix, move its slider and watch where the curves
> end.
`),
  check(
    String.raw`
The last three relaxations are linear. Why do they settle just where the first one does?`,
    String.raw`
Near its equilibrium the first one is linear as well: a disturbance is multiplied by the Jacobian
$J_{ji}=\sigma'(x_j)w_{ij}$ in each round. $\mathcal R\{y\}$ obeys the same $J$, and $z$ and $\mathcal R\{z\}$ obey a
matrix with the same eigenvalues. If the network comes back from small disturbances, all four come to rest, and equally
fast.`,
  ),
  text(String.raw`
## Are they right?

The equations can be checked without believing any of them: change a weight a little, let the network settle again, and
see how the error has changed.
`),
  study('recurrent', { ...network, view: 'derivatives' }),
  text(String.raw`
One product costs four relaxations where a gradient costs two. With a product for each unit vector there is a whole
Hessian. It comes out symmetric, though no single relaxation is.
`),
  check(
    String.raw`
Six of the sixteen eigenvalues are negative, six are positive and four are 0 to rounding. The last number does not
depend on the weights. Where does it come from?`,
    String.raw`
Take a direction $v_{ij}=a_i b_j$ with $a$ orthogonal to the $y$ of both patterns: the units receive the same as before,
so $\mathcal R\{y\}=0$. If $b$ is orthogonal to the $z$ of both patterns, $\mathcal R\{z\}=0$ as well, and $Hv=0$. There
are $n-N=2$ dimensions for $a$ and as many for $b$, hence $(n-N)^2=4$ zeros. With one pattern there are 9. And without
the condition on $b$ still $v^{\mathsf T}Hv=0$ for every such $v$, although $Hv\ne0$: such an $H$ must be indefinite.`,
  ),
  text(String.raw`
## No equilibrium

All this stands on an equilibrium that the network reaches. The gain multiplies the drawn weights. At 1.4 the network
still settles, but only because its steps are short.
`),
  study('recurrent', { ...network, view: 'stability', gain: 1.4 }),
  text(String.raw`
A step of $\tau$ multiplies a disturbance along an eigenvector of $J$ by $1-\tau+\tau\lambda$. Three answers follow.
The undamped iteration needs the spectral radius $\rho(J)<1$, and this network has passed that. Steps of $\tau=0.5$
need $\lvert1-\tau+\tau\lambda\rvert<1$. The flow in continuous time needs $\operatorname{Re}\lambda<1$ only.

> **Try it**
>
> Raise the gain to 1.55: the network runs in circles, and its derivatives are gone. Set $\tau$ to 0.2: it settles
> again. At a gain of 2 no $\tau$ helps, for an eigenvalue has crossed the dashed line. At 3.8 the network settles once
> more.
`),
  check(
    String.raw`
Is a larger gain always less stable?`,
    String.raw`
No. The Jacobian is $\sigma'(x_j)w_{ij}$, and a unit that saturates has a small $\sigma'$. At 0.8 all four slopes are
above 0.96 for the first pattern. At 3.8 that of unit 3 is 0 and that of unit 1 about 0.13: what would come back to a
disturbance through them does not. $\rho(J)$ alone does not show it, for it is above 2 there.`,
  ),
  text(String.raw`
There is a price before the threshold as well. At a gain of 0.5 the slowest pattern takes 71 steps of $\tau=0.5$, at
1.4 it takes 1223, and each of the four relaxations takes about as many. One weight is enough to spoil a network: back
at a gain of 0.8, set $w_{11}$ to −4. That eigenvalue is negative, so that steps of 0.2 mend it.

Units need not settle to numbers. In [Boltzmann machines](#page/boltzmann) they settle to probabilities.
`),
]);

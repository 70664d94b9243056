import {
  binaryCrossEntropy,
  check,
  experiment,
  feedForward,
  page,
  study,
  sumOfSquares,
  text,
} from './build.ts';
import { studySettings } from '../../../engine/notebook/studies/index.ts';

const chosen = studySettings.laplace.defaults;

/** PRML 5.7: Laplace's approximation, where its error bars are right, what the evidence prefers, and where both fail. */
export const laplace = page('laplace', 'Error bars and evidence', [
  text(String.raw`
Training gives one weight vector. How many others would have done as well? PRML section 5.7 reads the error as a
logarithm of probabilities. With Gaussian noise of precision $\beta$ on the targets, and a Gaussian prior of precision
$\alpha$ on the weights,

$$
-\ln p(\mathbf w\mid D)=\frac\beta2\sum_n\big(y_n-t_n\big)^2+\frac\alpha2\lVert\mathbf w\rVert^2+\text{const}.
$$

This is $\beta$ times the error of these pages with weight decay $\alpha/\beta$. At its minimum
$\mathbf w_{\text{MAP}}$ Laplace's approximation puts a Gaussian with the same curvature:

$$
p(\mathbf w\mid D)\simeq\mathcal N\big(\mathbf w\mid\mathbf w_{\text{MAP}},A^{-1}\big),
\qquad A=\beta H_D+\alpha I,
$$

where $H_D$ is the Hessian of the data's part. To first order in $\mathbf w$ a prediction is then Gaussian, too (PRML
5.173), with variance

$$
\sigma^2(x)=\frac1\beta+\mathbf g^{\mathsf T}A^{-1}\mathbf g,\qquad \mathbf g=\nabla_{\mathbf w}\,y(x).
$$

The first term is noise, the second what the data leave open about the weights.
`),
  experiment(
    {
      title: 'Twenty points of a sine',
      network: feedForward(1, [4], 1),
      loss: sumOfSquares,
      weightDecay: 0.01,
      data: { set: 'sine', count: 20, noise: 0.2, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  study('laplace', chosen),
  text(String.raw`
Among the data two standard deviations are about 0.47, hardly more than the 0.4 of the noise alone. Beyond them the
band opens up to 2.6: no pattern says what the network should do there.

> **Try it**
>
> Choose Diagonal and K-FAC under Matrix: among the data little changes, but beyond them the bars stay near 0.55. Both drop
> what ties the layers' weights together, and with it the directions in weight space that no pattern holds. Then choose
> Exact and the weights As they are: the network is untrained, five eigenvalues of $A$ are below zero, and there is
> no posterior.
`),
  check(
    String.raw`
Why do the error bars of Gauss–Newton and Exact differ little among the data, and more beyond?`,
    String.raw`
Among the data the bars are made of directions that the patterns hold firmly, and there both matrices have the same
large eigenvalues. Beyond them small eigenvalues count, and it is these that the dropped term of the outer
product changes.`,
  ),
  text(String.raw`
## How strong should the prior be?

The *evidence* $p(D\mid\alpha,\beta)$ is the probability of the data with the weights integrated out. In Laplace's
approximation (PRML 5.175)

$$
\ln p(D\mid\alpha,\beta)\simeq-E(\mathbf w_{\text{MAP}})-\tfrac12\ln|A|+\tfrac W2\ln\alpha+\tfrac N2\ln\beta-\tfrac N2\ln 2\pi .
$$

It is largest where $\alpha=\gamma/\lVert\mathbf w\rVert^2$ and $1/\beta=\sum_n(y_n-t_n)^2/(N-\gamma)$. Here
$\gamma=\sum_i\lambda_i/(\lambda_i+\alpha)$, with the eigenvalues $\lambda_i$ of $\beta H_D$, counts the
parameters that the data determine; the prior determines the others.

> **Try it**
>
> Go back to Gauss–Newton and At the minimum, set the noise precision to $\beta=1$, which is far off, and press
> Re-estimate. After three rounds $\beta$ rests at 24.5; the noise was drawn with $\beta=25$. Of 13 parameters the data determine
> $\gamma=7.7$. Repeat with Exact.
`),
  check(
    String.raw`
With Exact the rounds end with $\gamma$ below zero. What has happened?`,
    String.raw`
Three units suffice, and the prior has switched the fourth off: all its weights are zero. There $H_D$ has a negative
eigenvalue, only just outweighed by $\alpha$. With $\lambda<0$ and $\lambda+\alpha$ small, $\lambda/(\lambda+\alpha)$
is far below zero. The posterior along this direction is no Gaussian, and $\gamma$ counts nothing.`,
  ),
  text(String.raw`
## How many hidden units?

The training error falls with every unit that is added. The evidence need not: a larger network spreads its
probability over more data sets that it could have explained. Below, the prior is weak, so that nothing else holds a
large network back.
`),
  experiment(
    {
      title: 'A weak prior',
      network: feedForward(1, [4], 1),
      loss: sumOfSquares,
      weightDecay: 0.0001,
      data: { set: 'sine', count: 20, noise: 0.2, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss'],
  ),
  study('laplace', { ...chosen, figure: 'evidence' }),
  text(String.raw`
Train the networks. The evidence is largest for two hidden units and falls from there on, while the training error
goes on falling. The error on 500 fresh patterns, which no training saw, ends higher than it was with two.

> **Try it**
>
> Set α and β to Re-estimated and train again. Now three units are best, and more do no harm: from there the evidence
> is level, because the prior switches off what is not needed. Then set the decay of the experiment to 0.01, α and β to Kept,
> and the matrix to Exact: the evidence rises with every unit up to the last, though all these networks predict
> the same. It is the failure of the last question again, and here it would choose the wrong model.
`),
  text(String.raw`
## Classes

With cross-entropy there is no $\beta$. The network's pre-activation $a$ gets the variance
$\sigma_a^2=\mathbf b^{\mathsf T}A^{-1}\mathbf b$, $\mathbf b=\nabla a$, and the probability is averaged over it
(PRML 5.190):

$$
p(t=1\mid x)\simeq\sigma\big(\kappa(\sigma_a^2)\,a\big),\qquad \kappa(\sigma^2)=(1+\pi\sigma^2/8)^{-1/2}.
$$
`),
  experiment(
    {
      title: 'Two moons',
      network: feedForward(2, [4], 1, 'logistic'),
      loss: binaryCrossEntropy,
      weightDecay: 0.01,
      data: { set: 'moons', count: 40, noise: 0.15, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss'],
  ),
  study('laplace', chosen),
  text(String.raw`
> **Try it**
>
> Press Re-estimate. $\alpha$ rises from 0.01 to 0.092, and the evidence *falls*, from −13.9 to −15.8. The formula for
> $\alpha$ takes the eigenvalues $\lambda_i$ as fixed. With logistic outputs they are made of $y(1-y)$, which changes with the
> weights, and so with $\alpha$.
`),
  check(
    String.raw`
Far from the data the plain network is certain to more than 0.999. What do moderated outputs change, and what do they
leave as it was?`,
    String.raw`
They stay between 0.07 and 0.93: far away $|a|$ grows, but so does $\sigma_a$. The border, where $p=\tfrac12$, stays exactly where it was, since $a=0$ whatever $\kappa$
is: who only wants the more probable class gets the same answer.`,
  ),
  text(String.raw`
$H^{-1}$ has said how uncertain the weights are. It also says how they would move if a pattern were not there.

Next: [influence](#page/influence) of single patterns.
`),
]);

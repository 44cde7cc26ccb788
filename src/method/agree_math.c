/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Quantiles of the F distribution, by bisection of the regularised incomplete
   beta function.  Its continued fraction is formula 8.17.22 of the NIST
   Digital Library of Mathematical Functions, evaluated by the modified method
   of Lentz (Thompson & Barnett 1986). */
#include "method/agree.h"

#include <float.h>
#include <math.h>

enum { STEPS_MAX = 2000, HALVINGS = 200 };

/* Keeps a denominator of the fraction away from zero. */
static double
away_from_zero(double v)
{
    return fabs(v) < 1e-300 ? 1e-300 : v;
}

/* The coefficient d(n) of the fraction 1/(1+ d1/(1+ d2/(1+ ... ; even and odd
   ones have a form of their own. */
static double
fraction_term(double a, double b, double x, int n)
{
    int half = n / 2;
    double m = half;

    if (n % 2 == 0)
        return m * (b - m) * x / ((a + n - 1) * (a + n));
    return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
}

static double
beta_fraction(double a, double b, double x)
{
    double c = 1, d = away_from_zero(1 + fraction_term(a, b, x, 1)), h;

    d = 1 / d;
    h = d;
    for (int n = 2; n < STEPS_MAX; n++) {
        double term = fraction_term(a, b, x, n), step;

        d = 1 / away_from_zero(1 + term * d);
        c = away_from_zero(1 + term / c);
        step = c * d;
        h *= step;
        if (fabs(step - 1) < 1e-15)
            break;
    }
    return h;
}

/* The regularised incomplete beta function I_x(a, b), 0 < x < 1.  The fraction
   converges fast left of the mean only; the other side is its mirror. */
static double
beta_share(double a, double b, double x)
{
    double front =
        exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x));

    if (x < (a + 1) / (a + b + 2))
        return front * beta_fraction(a, b, x) / a;
    return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

double
agree_f_quantile(double p, double d1, double d2)
{
    double low = 0, high = 1, x;

    for (int i = 0; i < HALVINGS; i++) {
        x = (low + high) / 2;
        if (x <= low || x >= high)
            break;
        if (beta_share(d1 / 2, d2 / 2, x) < p)
            low = x;
        else
            high = x;
    }
    x = (low + high) / 2;
    return d2 * x / (d1 * fmax(1 - x, DBL_EPSILON));
}

"""Reference values of the special functions of @wengert/ad-core, evaluated with mpmath (BSD) at 60 digits
and more; every value is computed twice, at two precisions, and must agree to 1e-25."""
from mpmath import mp, mpf
import mpmath as m

def erfinv(x):
    x = mpf(x)
    if abs(x) == 1: return x * mp.inf
    if abs(x) > mpf('0.5'): return erfcinv(1 - x) if x > 0 else -erfcinv(1 + x)
    y = x * m.sqrt(m.pi) / 2 * (1 + x * x * mpf('0.26'))
    for _ in range(9):
        g = (m.erf(y) - x) * m.exp(y * y) * m.sqrt(m.pi) / 2
        y -= g / (1 + y * g)
    return y

def erfcinv(q):
    q = mpf(q)
    if q == 0: return mp.inf
    if q == 2: return -mp.inf
    if q > 1: return -erfcinv(2 - q)
    if q > mpf('0.5'): return erfinv(1 - q)
    w = -m.log(q)
    y = m.sqrt(w) * mpf('0.8') if w < 3 else m.sqrt(w - m.log(w) / 2 - mpf('.57'))
    for _ in range(12):
        c = m.erfc(y); g = m.log(c / q); h = -2 / m.sqrt(m.pi) * m.exp(-y * y) / c
        y -= g / (h + g * (2 * y + h) / 2)
    return y

def ndtr(x): return m.erfc(-mpf(x) / m.sqrt(2)) / 2
def erfcx(x):
    x = mpf(x)
    return m.exp(x * x) * m.erfc(x) if x < 1e4 else sum((-1)**k*m.fac2(2*k-1)/(2*x*x)**k for k in range(1, 20))/(x*m.sqrt(m.pi)) + 1/(x*m.sqrt(m.pi))
def logNdtr(x):
    x = mpf(x)
    if x > 0: return m.log1p(-ndtr(-x))
    if x < -1e4: return -x*x/2 - m.log(-x*m.sqrt(2*m.pi)) - 1/(x*x)
    return m.log(ndtr(x))
def ndtri(p):
    p = mpf(p)
    return -m.sqrt(2) * erfcinv(2 * p)
def mills(x):
    x = mpf(x)
    return m.sqrt(2 / m.pi) / erfcx(-x / m.sqrt(2))
def millsSlope(x):
    with mp.workdps(mp.dps + 40): h = mills(x); return -h * (x + h)
def millsCurvature(x):
    with mp.workdps(mp.dps + 80): h = mills(x); return h * ((x + h) * (x + 2 * h) - 1)
def lgamma(x):
    x = mpf(x)
    if x > 0: return m.loggamma(x).real
    return m.log(m.pi / abs(x * m.sinpi(x))) - m.loggamma(-x).real
def digamma(x):
    x = mpf(x)
    return m.digamma(x) if x > 0 else m.digamma(1 - x) - m.pi * m.cospi(x) / m.sinpi(x)
def hurwitz(s, q):
    """Euler-Maclaurin at the working precision"""
    s, q = mpf(s), mpf(q)
    with mp.workdps(mp.dps + 20):
        total = mpf(0); k = 0
        N = 60 + int(s / 2)
        while True:
            a = q + k
            if a > N: break
            t = a ** -s; total += t; k += 1
            if t * (1 + a / (s - 1)) < total * mpf(10) ** (-mp.dps): return total
        total += a ** (1 - s) / (s - 1) + a ** -s / 2
        r = s * a ** (-s - 1)
        for j in range(1, 80):
            t = m.bernoulli(2 * j) / m.factorial(2 * j) * r; total += t
            if abs(t) < total * mpf(10) ** (-mp.dps): break
            r *= (s + 2 * j - 1) * (s + 2 * j) / a ** 2
        return total
def zeta(s, q):
    s, q = mpf(s), mpf(q)
    if q > 0: return hurwitz(s, q)
    f = -q - m.floor(-q)
    if f == 0: return mp.inf
    with mp.workdps(mp.dps + 30):
        return hurwitz(s, 1 - f) + (-1) ** int(s) * (hurwitz(s, f) - hurwitz(s, 1 - q))
def polygamma(n, x):
    n = int(n)
    return digamma(x) if n == 0 else (-1) ** (n + 1) * m.factorial(n) * zeta(n + 1, x)
def besseli(nu, scaled):
    def f(x):
        x = mpf(x); v = m.besseli(nu, x) if abs(x) < 1e4 else None
        if v is None:
            ax = abs(x); mu = 4 * nu * nu; t = mpf(1); s = mpf(1)
            for k in range(1, 25):
                t *= -(mu - (2 * k - 1) ** 2) / (k * 8 * ax); s += t
            v = s / m.sqrt(2 * m.pi * ax) * m.exp(ax) * (1 if nu == 0 or x > 0 else -1)
        return v * m.exp(-abs(x)) if scaled else v
    return f
def sinc(x):
    x = mpf(x); return mpf(1) if x == 0 else m.sinpi(x) / (m.pi * x)
def sincDerivative(n, x):
    n = int(n); x = mpf(x)
    if abs(x) > 60:
        z = m.pi * x; v = m.sinpi(x) / z
        for k in range(1, n + 1): v = ((m.sinpi(x), m.cospi(x), -m.sinpi(x), -m.cospi(x))[k % 4] - k * v) / z
        return v * m.pi ** n
    with mp.workdps(mp.dps + 20 + int(abs(x) * 3)):
        z = m.pi * x; i = (n + 1) // 2; total = mpf(0)
        t = z ** (2 * i - n) / m.factorial(2 * i - n) * (-1) ** i
        while True:
            u = t / (2 * i + 1); total += u
            if abs(t) < mpf(10) ** (-mp.dps) * (1 if total == 0 else abs(total)) and 2 * i - n > abs(z): break
            if t == 0: break
            i += 1; t *= -z * z / ((2 * i - n) * (2 * i - n - 1))
        return total * m.pi ** n
def fmod(a, b): return m.fmod(abs(mpf(a)), abs(mpf(b))) * (1 if a > 0 else -1)
def half_even(x): return m.nint(mpf(x))
F = dict(
    erf=m.erf, erfc=m.erfc, erfcx=erfcx, erfinv=erfinv, erfcinv=erfcinv, ndtr=ndtr, logNdtr=logNdtr, ndtri=ndtri,
    inverseMills=mills, inverseMillsSlope=millsSlope, inverseMillsCurvature=millsCurvature,
    lgamma=lgamma, digamma=digamma, polygamma=polygamma, zeta=zeta,
    i0=besseli(0, 0), i0e=besseli(0, 1), i1=besseli(1, 0), i1e=besseli(1, 1),
    sinPi=lambda x: m.sinpi(mpf(x)), cosPi=lambda x: m.cospi(mpf(x)),
    sinc=sinc, sincDerivative=sincDerivative,
    logistic=lambda x: 1 / (1 + m.exp(-mpf(x))), softplus=lambda x: max(mpf(x), 0) + m.log1p(m.exp(-abs(mpf(x)))),
    logSigmoid=lambda x: min(mpf(x), 0) - m.log1p(m.exp(-abs(mpf(x)))),
    logaddexp=lambda a, b: max(mpf(a), mpf(b)) + m.log1p(m.exp(-abs(mpf(a) - mpf(b)))),
    hypot=lambda a, b: m.sqrt(mpf(a) ** 2 + mpf(b) ** 2),
    xlogy=lambda x, y: mpf(x) * m.log(mpf(y)) if x else mpf(0), xlog1py=lambda x, y: mpf(x) * m.log1p(mpf(y)) if x else mpf(0),
    sech2=lambda x: m.sech(mpf(x)) ** 2, fmod=fmod, roundHalfEven=half_even,
    expm1=lambda x: m.expm1(mpf(x)), log1p=lambda x: m.log1p(mpf(x)), tanh=lambda x: m.tanh(mpf(x)),
    cbrt=lambda x: m.cbrt(abs(mpf(x))) * (1 if x > 0 else -1), atanh=lambda x: m.atanh(mpf(x)),
    exp=lambda x: m.exp(mpf(x)), log=lambda x: m.log(mpf(x)), sin=lambda x: m.sin(mpf(x)), cos=lambda x: m.cos(mpf(x)),
    pow=lambda x, y: mpf(x) ** mpf(y),
)
def value(fn, *args):
    mp.dps = 60; a = F[fn](*args)
    if not m.isfinite(a): return a
    mp.dps = 90; b = F[fn](*args)
    if b != 0 and not abs(a - b) <= mpf(10) ** -25 * abs(b):
        mp.dps = 800; a = b; b = F[fn](*args)
        mp.dps = 1000; a = F[fn](*args)
        assert a == b or abs(a - b) <= mpf(10) ** -25 * abs(b), (fn, args, a, b)
    return b


# ---- the table -------------------------------------------------------------------------------------

import gzip, json, sys
from fractions import Fraction


def f64(v):
    """Correctly rounded to f64, subnormals included; non-finite values as strings."""
    if m.isnan(v): return 'NaN'
    if m.isinf(v): return 'Infinity' if v > 0 else '-Infinity'
    sign, man, exp, _ = mpf(v)._mpf_
    r = Fraction(man) * Fraction(2) ** exp
    try: x = float(r)
    except OverflowError: x = None
    if x is None: return '-Infinity' if sign else 'Infinity'
    return -x if sign else x


def both(points): return [p for x in points for p in (x, -x)]


TINY = 5e-324
GAUSS = [0.0, TINY, 1e-300, 1e-20, 1e-8, 0.1, 0.4769362762044699, 0.5, 0.84375, 1.0, 1.25, 2.0, 3.5, 5.9, 6.0]
# lgamma: next to its zeros; digamma: next to its zeros
LGAMMA_ZEROS = [-2.4570247382208006, -2.747682646727413, -3.1435808883499798, -3.955294284858598, -4.039361839740537, -7.999801298322675, -10.000000275549, -14.99999999999923]
DIGAMMA_ZEROS = [1.4616321449683622, 1.4616321449683625, -0.5040830082644554, -1.5734984731623904, -2.6107208684441447, -3.635293366436901, -50.76, -300.8271]
POINTS = dict(
    erf=both(GAUSS[1:]) + [0.0],
    erfc=both([0.1, 0.5, 1.0, 2.0]) + [TINY, 0.0, 0.4999999999999999, 0.6807179189350882, 0.99, 3.7, 6.875041925504841, 10.3, 20.1, 26.0, 26.5, 26.543258, 26.7, 27.0, 27.2, 27.226],
    erfcx=both([1e-300, 1e-9, 0.01, 0.3, 0.5, 1.0, 4.0]) + [0.0, -10.3, -26.1, -26.6, 8.0, 100.7, 1e7, 1e9, 1e100, 1.7e308],
    erfinv=both([TINY, 1e-308, 1e-20, 0.1, 0.3, 0.5, 0.5000000000000001, 0.75, 0.99, 0.9999999, 0.9999999999999999]) + [0.0, 1.0, -1.0],
    erfcinv=[TINY, 1e-310, 1e-300, 1e-100, 1e-30, 1e-10, 1e-3, 0.1, 0.4692228466477686, 0.5, 0.6, 0.9999999999999999, 1.0, 1.0000000000000002, 1.3, 1.5, 1.7, 1.9999, 1.9999999999999998, 0.0, 2.0],
    ndtr=[-38.4, -38.0, -37.6, -37.5, -30.3, -24.65212116743524, -10.7, -5.1, -2.2, -1.0, -0.9999, -0.6744897501960817, -0.1, -1e-17, 0.0, 1e-8, 0.3, 1.0, 2.5, 8.2, 8.3],
    logNdtr=[-1e154, -1e100, -1e6, -100.3, -38.5, -20.1, -5.3, -2.0, -1.0, -0.5, -1e-9, 0.0, 0.3, 1.0, 1.15, 3.3, 8.0, 12.7, 20.3, 30.2, 37.4, 38.3],
    ndtri=[TINY, 1e-310, 1e-300, 1e-100, 1e-20, 1e-5, 0.1, 0.24999999999999997, 0.25, 0.3, 0.4999999999999999, 0.5, 0.5000000000000001, 0.6, 0.75, 0.7500000000000001, 0.9015882069153618, 0.99, 0.999999, 0.9999999999999999, 0.0, 1.0],
    inverseMills=[-1e300, -1e9, -1e7, -100.3, -33.671876669822325, -10.1, -3.0, -1.0, -0.5, 0.0, 1e-9, 0.5, 1.0, 2.7, 5.3, 10.1, 20.3, 30.7, 37.3, 38.2],
    inverseMillsSlope=[-1e9, -1e5, -100.3, -40.0, -10.1, -5.2, -3.0, -2.58, -1.5, -1.0, -0.999, -0.5, 0.0, 1e-9, 0.5, 1.0, 2.7, 10.1, 20.3, 30.7, 37.3],
    inverseMillsCurvature=[-1e9, -1e5, -100.3, -40.0, -10.1, -5.2, -3.0, -2.82, -1.5, -1.0, -0.999, -0.5, 0.0, 1e-9, 0.5, 1.0, 2.7, 10.1, 20.3, 30.7, 37.3],
    lgamma=[TINY, 1e-300, 1e-8, 0.3, 0.9999999999999999, 1.0, 1.0000000000000002, 1.5, 1.9999999999999998, 2.0, 2.0000000000000004, 2.5, 3.0, 9.99, 10.0, 33.3, 1e5, 1e17, 2e17, 1e300, 2.5e305, -1e-300, -1e-17, -0.5, -1.5, -1e-160, -50.3, -170.5, -1000.25, -1e9 - 0.5] + LGAMMA_ZEROS,
    digamma=[TINY * 2**52, 1e-300, 1e-8, 0.3, 0.9999999999999999, 1.0, 1.4, 1.5, 2.0, 3.0, 9.99, 10.0, 1e5, 1e17, 1e300, -1e-300, -1e-17, -1e-9, -0.5, -7.999999, -1000.25, -12345.6] + DIGAMMA_ZEROS,
    polygamma=[(1, 1e-150), (1, 1e-8), (1, 0.5), (1, 1.0), (1, 9.99), (1, 1e5), (1, 1e300), (2, 1e-100), (2, 1.0), (2, 1e100), (3, 0.3), (3, 20.0), (5, 2.5), (8, 8.5), (10, 1e10), (15, 3.3), (20, 100.0), (50, 2.0), (100, 1000.0), (119, 76.81968405027231), (170, 170.0), (170, 1e3), (200, 50.0), (300, 1000.0), (1, -0.3), (1, -1e-8), (1, -7.999), (2, -0.1), (3, -2.5), (4, -3.3), (5, -10.9), (2, -20.01)],
    zeta=[(1.0000000000000002, 1.0), (1.0001, 3.3), (1.1, 1e-5), (1.5, 0.5), (2.0, 1.0), (2.0, 1e-150), (2.0, 1e300), (2.5, 1e5), (3.0, 1.0), (4.7, 12.3), (9.560502470307409, 15.649998856402105), (20.0, 0.9), (30.5, 8.8), (50.0, 1.0), (50.0, 50.0), (100.0, 99.9), (300.0, 1.5), (1000.0, 1.0), (1000.0, 1.9), (2.0, -0.5), (2.0, -7.001), (3.0, -1.3), (6.0, -100.25), (5.0, -2.9)],
    i0=[0.0, 1e-300, 1e-8, 0.1, 1.0, 3.75, 3.9999999999999996, 4.0, 5.5, 7.75, 7.999999999999999, 8.0, 8.5, 12.3, 20.0, 100.7, 500.3, 699.9, 705.1, 713.0, 713.9, -2.3, -9.7],
    i0e=[0.0, 1e-300, 1e-8, 0.1, 1.0, 3.75, 3.9999999999999996, 4.0, 5.5, 7.75, 7.999999999999999, 8.0, 8.5, 12.3, 20.0, 100.7, 1e4 - 1, 1e8, 1e100, 1.7e308, -2.3, -9.7],
    i1=[0.0, 1e-300, 1e-8, 0.1, 1.0, 3.75, 3.9999999999999996, 4.0, 5.5, 7.75, 7.999999999999999, 8.0, 8.5, 12.3, 20.0, 100.7, 500.3, 699.9, 705.1, 713.0, 713.9, -2.3, -9.7],
    i1e=[0.0, 1e-300, 1e-8, 0.1, 1.0, 3.75, 3.9999999999999996, 4.0, 5.5, 7.75, 7.999999999999999, 8.0, 8.5, 12.3, 20.0, 100.7, 1e4 - 1, 1e8, 1e100, 1.7e308, -2.3, -9.7],
    sinPi=both([1e-300, 1e-9, 0.25, 0.3, 0.75, 0.9999999999999999, 1.3, 2.75, 1e6 + 0.1, 4503599627370495.5]) + [0.0],
    cosPi=both([1e-300, 1e-5, 0.25, 0.49999999999999994, 0.75, 1.3, 1.5000000000000002, 2.75, 1e6 + 0.1]) + [0.0],
    sinc=both([1e-300, 1e-9, 1e-8, 0.1, 0.5, 0.9, 1.0, 1.0000000000000002, 7.3, 1e10 + 0.3]) + [0.0],
    sincDerivative=[(1, 0.0), (2, 0.0), (3, 0.0), (4, 0.0), (10, 0.0), (11, 1e-300), (1, 1e-20), (1, 0.3), (2, 0.318), (7, -0.31), (20, 0.2), (60, 0.1), (1, 1.0), (2, 1.0), (3, 0.9), (4, 1.27), (5, -2.0), (10, 3.0), (10, 3.3), (30, 5.5), (60, 19.0), (60, 25.25), (1, 1000.25), (2, 1e6), (3, 1e6)],
    logistic=both([1e-300, 1e-8, 0.5, 3.9857, 20.0, 36.8, 300.1, 709.0, 740.0]) + [0.0],
    softplus=both([1e-300, 1e-8, 0.5, 3.4426, 20.0, 36.8, 300.1, 709.0, 740.0]) + [0.0, 1e300],
    logSigmoid=both([1e-300, 1e-8, 0.5, 3.4426, 20.0, 36.8, 300.1, 709.0, 740.0]) + [0.0, -1e300],
    logaddexp=[(0.0, 0.0), (1.0, 1.0), (-1e300, 1.0), (1e300, 1e300), (700.0, 701.5), (-800.0, -801.0), (-745.0, 0.0), (0.0, -36.0), (1e-300, -50.0), (2.0, -2.0), (-3.0, -3.5), (5.0, 5.000000000000001), (-1e5, -1e5), (30.0, -10.0), (0.5, 0.25), (1e-8, 0.0), (-2.0, -1.5), (3.25, 100.0), (12.5, 12.0), (-40.0, -3.0)],
    hypot=[(3.0, 4.0), (1.0, 1.0), (1.0, 1e-8), (1.0, 1.5e-8), (1.9032488863044827, -0.7685212366334171), (1e308, 1e308), (1.2e308, 1.3e308), (1e200, 1e190), (TINY, TINY), (3e-310, 4e-310), (1e-160, 2e-160), (0.0, 5.0), (0.0, 0.0), (-2.0, 1e-17), (1e-308, 1e-308), (0.1, 0.2), (1 / 3, 2 / 3), (1e16, 1e8), (7.0, 24.0), (1e150, 1e149)],
    xlogy=[(0.0, 0.0), (0.0, 5.0), (2.0, 1e-300), (2.0, TINY), (1e-300, 2.0), (3.0, 1.0), (3.0, 1.0000000000000002), (-2.5, 0.9999999999999999), (1e10, 1e10), (0.5, 0.5)],
    xlog1py=[(0.0, -1.0), (0.0, 5.0), (2.0, 1e-300), (2.0, -0.9999999999999999), (1e-300, 2.0), (3.0, 1e-17), (3.0, 1e-8), (-2.5, -1e-8), (1e10, 1e10), (0.5, -0.5)],
    sech2=both([1e-300, 1e-9, 1e-8, 0.1, 0.5, 1.0, 1.434216600957685, 5.0, 20.0, 50.0, 350.0, 357.8, 372.0]) + [0.0],
    fmod=[(5.0, 3.0), (-5.0, 3.0), (5.0, -3.0), (6.0, 3.0), (5.5, 0.7), (1e308, 3.0), (1e17, 0.1), (TINY, 3.0), (0.3, 0.1), (-7.25, 2.5)],
    roundHalfEven=[0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49999999999999994, 0.5000000000000001, 4503599627370495.5, 4503599627370494.5, 4503599627370497.0, 1e300, -3.7, 3.2, 1e-300],
)

if __name__ == '__main__':
    out = {'meta': {'columns': 'arguments, then the value rounded to f64', 'origin': 'mpmath ' + __import__('mpmath').__version__ + ', see special.generate.py'}, 'functions': {}}
    for fn, points in POINTS.items():
        rows = []
        print(fn, flush=True)
        for p in points:
            p = p if isinstance(p, tuple) else (p,)
            rows.append([*p, f64(value(fn, *p))])
        out['functions'][fn] = rows
    with open(sys.argv[1], 'wb') as f, gzip.GzipFile(fileobj=f, mode='wb', mtime=0, filename='') as z:
        z.write(json.dumps(out, separators=(',', ':')).encode())
    print(sum(len(r) for r in out['functions'].values()), 'rows')

"""Chebyshev interpolants of Wengert's special functions in 60-digit arithmetic.
Writes the coefficient arrays used in packages/core/src/special (near-minimax) as JSON to argv[1]."""
from mpmath import mp, mpf, cos, pi, sqrt, erf, erfc, exp, log, loggamma, digamma, besseli, findroot, euler, zeta, erfinv
mp.dps = 60

def cheb(f, n):
    N = n + 12
    th = [pi*(j+mpf(1)/2)/N for j in range(N)]
    v = [f(cos(t)) for t in th]
    c = [2*sum(v[j]*cos(k*th[j]) for j in range(N))/N for k in range(N)]
    c[0] /= 2
    tail = sum(abs(x) for x in c[n+1:])
    return c[:n+1], tail

def mono(c):
    """Chebyshev to monomial coefficients"""
    n = len(c)
    T0, T1 = [mpf(1)], [mpf(0), mpf(1)]
    out = [mpf(0)]*n
    for k in range(n):
        T = T0 if k == 0 else T1 if k == 1 else None
        if k >= 2:
            T = [mpf(0)] + [2*x for x in T1]
            for i, x in enumerate(T0): T[i] -= x
            T0, T1 = T1, T
        for i, x in enumerate(T): out[i] += c[k]*x
    return out

def shift(p, a, b):
    """coefficients of p(a + b x) given p's"""
    out = [mpf(0)]
    for c in reversed(p):
        new = [mpf(0)]*(len(out)+1)
        for i, x in enumerate(out):
            new[i] += a*x; new[i+1] += b*x
        new[0] += c
        out = new
    return out[:len(p)]

def on(f, lo, hi):
    return lambda u: f((mpf(lo)+hi)/2 + u*(mpf(hi)-lo)/2)

import json, sys
def q(c): return [repr(float(x)) for x in c]
out = {}
def qerf(z):
    z = abs(z); x = sqrt(z); return (erf(x)/x if x > mpf(10)**-25 else 2/sqrt(pi)) - 1
out['ERF'] = q(shift(mono(cheb(on(qerf,0,1),13)[0]),-1,2))
cc = mpf(4)
def F(u):
    x = cc*(1+u)/(1-u); return (1+2*x)*exp(x*x)*erfc(x)
m = mono(cheb(F,28)[0]); out['ERFCX'] = q(m)
def qei(z):
    z = abs(z); x = sqrt(z); return (erfinv(x)/x if x > mpf(10)**-25 else sqrt(pi)/2) - 1
out['ERFINV'] = q(mono(cheb(on(qei,0,mpf(1)/4),15)[0]))
def r1(x):
    if abs(x) < mpf(10)**-25: return euler
    if abs(x-1) < mpf(10)**-25: return 1-euler
    return loggamma(1+x).real/(x*(x-1))
out['LGAMMA1'] = q(mono(cheb(on(r1,0,1),22)[0]))
r2 = lambda x: loggamma(2+x).real/(x*(x+1))
out['LGAMMA2'] = q(mono(cheb(on(r2,0,1),17)[0]))
x0 = findroot(digamma, mpf('1.4616321449683623'))
d1 = lambda x: digamma(1+x)/(1+x-x0)
out['DIGAMMA1'] = q(mono(cheb(on(d1,0,1),23)[0]))
out['DIGAMMA2'] = q(mono(cheb(on(lambda x: digamma(2+x),0,1),18)[0]))
for nu in (0,1):
    out[f'I{nu}MID'] = q(mono(cheb(on(lambda x: sqrt(x)*exp(-x)*besseli(nu,x),4,8),21)[0]))
    def g(v):
        x = 1/v; return sqrt(x)*exp(-x)*besseli(nu,x)
    out[f'I{nu}LARGE'] = q(mono(cheb(on(g,0,mpf(1)/8),26)[0]))
def einv(q):
    w = -log(q); y = sqrt(w) if w < 1 else sqrt(w-log(w)/2-mpf('.57'))
    if q > mpf('.2'): y = erfinv(1-q)
    for _ in range(8):
        E = exp(y*y)*erfc(y); gg = log(E)-y*y-log(q); h = -2/sqrt(pi)/E
        y = y - gg/(h+gg*(2*y+h)/2)
    return y
mp.dps = 30
lo, hi = (mpf('.83')-2)/(mpf('.83')+2), (mpf('27.3')-2)/(mpf('27.3')+2)
def G(v):
    r = 2*(1+v)/(1-v); return einv(exp(-r*r))/r
# variable v=(r-2)/(r+2) directly
c = mono(cheb(on(G,lo,hi),10)[0]); mid=(lo+hi)/2; h=(hi-lo)/2
s = shift(c, -mid/h, 1/h); out['ERFCINV'] = q(s)
mp.dps = 60
# double-double table (zeta(k)-1)/k, k=2..
z=[]
for k in range(2,60):
    v=(zeta(k)-1); hi_=float(v); lo_=float(v-mpf(hi_)); z.append((hi_,lo_))
out['ZETAM1_HI']=[repr(a) for a,b in z]; out['ZETAM1_LO']=[repr(b) for a,b in z[:36]]
json.dump(out, open(sys.argv[1], 'w'))

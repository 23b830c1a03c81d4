import { problems, findProblem } from "./dist/index.js";
const time = (f) => { let n=1, t; for(;;){const s=process.hrtime.bigint(); for(let i=0;i<n;i++) f(); t=Number(process.hrtime.bigint()-s); if(t>5e7) return t/n; n*=2;} };
const best = (f) => Math.min(time(f),time(f),time(f));
for (const p of problems) for (const size of p.quickSizes) {
  const a = p.inputs(size, 0);
  console.log(p.id, size, (best(()=>p.handWritten.value(...a))/1e3).toFixed(3), "us", (best(()=>p.handWritten.derivative(...a))/1e3).toFixed(3), "us");
}

import { compileText, caseOf } from '/work/main/packages/analysis/test/support/cases.js';
import { check } from '@casus/analysis';
import { it } from 'vitest';
it('x',()=>{
const c=caseOf(compileText(`import "states"
treaty T { parties Arcadia, Guarantors
 article 1 { if ceasefire then if Guarantors decide unanimously then each of Guarantors shall assist Arcadia } }
scenario Open { Lindoria attacks Arcadia }
scenario After { Lindoria attacks Arcadia after ceasefire }
arrangement A { instruments T judge Help, Force when Open, After }
`));
const r=check(c,[],undefined);
for(const v of r.verdicts) console.log(v.promise,v.scenario,v.cells.map(x=>x.strength+' '+x.details.unsettled));
console.log(r.findings.map(f=>f.code));
});

import { AstUtils, GrammarAST } from 'langium';
import type { Kind } from '../bridge/names.js';
import { CasusGrammar } from '../generated/grammar.js';

/** The kind of name that each rule declares. */
const DECLARED: Readonly<Record<string, readonly Kind[]>> = {
  Actor: ['actor'], Group: ['group'], SetSeats: ['group'], BodyDecl: ['body'], MatterDecl: ['matter'], ActDecl: ['act'], EventDecl: ['event'], RegionDecl: ['region'],
  FactDecl: ['fact'], AttributeDecl: ['attribute'], OrganisationDecl: ['organisation'], InstrumentDecl: ['instrument'], Article: ['article'], IssueDecl: ['issue'],
  ReadingsDecl: ['issue'], OptionDecl: ['option'], Reading: ['option'], ScenarioDecl: ['scenario'], PromiseDecl: ['promise'], ArrangementDecl: ['arrangement'],
  SourceDecl: ['source'], AccountsDecl: ['accounts'], NegotiationDecl: ['negotiation'], AmendmentDecl: ['amendment'], PositionDetail: ['line'],
};

let table: ReadonlyMap<string, readonly Kind[]> | undefined;

/** What may be named where the grammar refers to a type: `Thing` to an actor, group, body and so on. */
export function kindsOf(type: string): readonly Kind[] {
  return (table ??= tableOf()).get(type) ?? [];
}

/** Every type that the grammar refers to. */
export function referredTypes(): readonly string[] {
  return [...new Set([...AstUtils.streamAllContents(CasusGrammar())].filter(GrammarAST.isCrossReference).map(({ type }) => type.$refText))];
}

function tableOf(): ReadonlyMap<string, readonly Kind[]> {
  const { types } = CasusGrammar();
  const resolve = (name: string): readonly Kind[] => {
    const own = DECLARED[name];
    if (own !== undefined) return own;
    const type = types.find((each) => each.name === name)?.type;
    const members = type === undefined ? [] : GrammarAST.isUnionType(type) ? type.types : [type];
    return [...new Set(members.flatMap((member) => (GrammarAST.isSimpleType(member) ? resolve(member.typeRef?.$refText ?? '') : [])))];
  };
  return new Map(referredTypes().map((type) => [type, resolve(type)]));
}

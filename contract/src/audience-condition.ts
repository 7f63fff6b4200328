import { z } from 'zod';
import { AccessRole, IsoDate, Text, Tier, Uuid } from './common.js';

/** How deep and how large a condition may be: enough for any rule that a person can still read. */
export const CONDITION_DEPTH = 6;
export const CONDITION_NODES = 60;

const words = z.array(z.string().trim().min(1).max(120)).min(1).max(100);

/**
 * A condition on one person. An empty `all` is true of everybody, an empty `any` of nobody. Words (position, tag) are
 * compared without case and surrounding space.
 */
export type AudienceCondition =
  | { all: AudienceCondition[] }
  | { any: AudienceCondition[] }
  | { not: AudienceCondition }
  | { tier: Tier[] }
  | { department: string[] }
  | { position: string[] }
  | { role: AccessRole[] }
  | { tag: string[] }
  | { hired: { from: string | null; to: string | null } }
  | { person: string[] };

const Node: z.ZodType<AudienceCondition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(Node).max(20) }),
      z.strictObject({ any: z.array(Node).max(20) }),
      z.strictObject({ not: Node }),
      z.strictObject({ tier: z.array(Tier).min(1).max(3) }),
      z.strictObject({
        department: z.array(Uuid).min(1).max(500).describe('In the sub-tree of one of these'),
      }),
      z.strictObject({ position: words }),
      z.strictObject({ role: z.array(AccessRole).min(1).max(5) }),
      z.strictObject({ tag: words }),
      z.strictObject({
        hired: z
          .strictObject({ from: IsoDate.nullable(), to: IsoDate.nullable() })
          .describe('First and last day of hire, both included; nobody without a hire date'),
      }),
      z.strictObject({ person: z.array(Uuid).min(1).max(5000) }),
    ]),
  )
  .meta({ id: 'AudienceConditionNode' });
const partsOf = (node: AudienceCondition): AudienceCondition[] =>
  'all' in node ? node.all : 'any' in node ? node.any : 'not' in node ? [node.not] : [];
const depthOf = (node: AudienceCondition): number => 1 + Math.max(0, ...partsOf(node).map(depthOf));
const sizeOf = (node: AudienceCondition): number =>
  1 + partsOf(node).reduce((sum, part) => sum + sizeOf(part), 0);

export const AudienceCondition = Node.refine((node) => depthOf(node) <= CONDITION_DEPTH, {
  message: `At most ${CONDITION_DEPTH} levels`,
}).refine((node) => sizeOf(node) <= CONDITION_NODES, { message: `At most ${CONDITION_NODES} parts` });

/** The same tree with what is true of one person: the answer to "why do I have this?" and "why does she not?". */
export interface ExplainedCondition {
  met: boolean;
  says: z.infer<typeof Text>;
  parts: ExplainedCondition[];
}
export const ExplainedCondition: z.ZodType<ExplainedCondition> = z
  .lazy(() =>
    z.object({
      met: z.boolean(),
      says: Text.describe('What is asked, and what is the case with this person'),
      parts: z.array(ExplainedCondition),
    }),
  )
  .meta({ id: 'ExplainedCondition' });

import type { z } from 'zod';
import type { Role } from '../../ledger/team/role.ts';
import type { Desk } from '../web/desk.ts';
import type { Viewer } from '../web/viewer.ts';

/** One thing that a program may ask for: routes, checks and OpenAPI come from it. */
export interface Operation<Input extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType> {
  /** Its name in OpenAPI. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** With `{name}` for what stands in the path. */
  readonly path: string;
  readonly summary: string;
  /** Who may ask for it. */
  readonly role: Role;
  /** What is given: in the path, else in the JSON body of a `post` or `patch` and in the query of the others. */
  readonly input: Input;
  readonly answer: Answer;
  readonly status: 200 | 201 | 202;
  readonly run: (desk: Desk, input: z.infer<Input>, viewer: Viewer) => Promise<z.infer<Answer>>;
}

/** Keeps the types of input and answer together. */
export function makeOperation<Input extends z.ZodObject, Answer extends z.ZodType>(
  operation: Operation<Input, Answer>,
): Operation {
  return operation;
}

/** The names in a path: `/claims/{id}` → `['id']`. */
export function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
}

/** Whether what is given comes as JSON. */
export function hasBody({ method }: Pick<Operation, 'method'>): boolean {
  return method === 'post' || method === 'patch';
}

import type { z } from 'zod';
import type { Desk } from '../web/desk.ts';

/** One thing that a program may ask for: routes, checks and OpenAPI come from it. */
export interface Operation<Input extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType> {
  /** Its name in OpenAPI. */
  readonly id: string;
  readonly method: 'get' | 'post';
  /** With `{name}` for what stands in the path. */
  readonly path: string;
  readonly summary: string;
  /** What is given: in the path, else in the query of a `get` and in the JSON body of a `post`. */
  readonly input: Input;
  readonly answer: Answer;
  readonly status: 200 | 202;
  readonly run: (desk: Desk, input: z.infer<Input>) => Promise<z.infer<Answer>>;
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

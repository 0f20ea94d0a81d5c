/** What the page's other parts say that helps to tell the story from the rest. */
export interface BodyHints {
  readonly title: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
}

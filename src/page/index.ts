export type { Article, Link, PublishedFrom, ReportKind } from './article.ts';
export type { Capture, CaptureKind, GivenFacts } from '../capture/capture.ts';
export { extractArticle } from './extract-article.ts';

/** JSON Schemas of the formats that others define, written down from their own specifications; none publishes one. */

const iri = { type: 'string', pattern: '^(?:https?://|urn:)\\S+$' };
const instant = { type: 'string', format: 'date-time' };
/** schema.org's Date and DateTime are ISO 8601; a month or a year is one too. */
const schemaDate = { type: 'string', pattern: '^\\d{4}(?:-\\d\\d(?:-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?)?)?$' }; // prettier-ignore

const party = {
  type: 'object',
  additionalProperties: false,
  required: ['@type', 'name'],
  properties: {
    '@type': { enum: ['Person', 'Organization', 'GovernmentOrganization', 'NewsMediaOrganization'] },
    name: { type: 'string', minLength: 1 },
  },
};
const article = {
  type: 'object',
  additionalProperties: false,
  required: ['@type', 'hasPart'],
  anyOf: [{ required: ['url'] }, { required: ['identifier'] }],
  properties: {
    '@type': { const: 'NewsArticle' },
    url: { type: 'string', format: 'uri' },
    identifier: iri,
    headline: { type: 'string' },
    datePublished: schemaDate,
    publisher: party,
    hasPart: {
      type: 'object',
      additionalProperties: false,
      required: ['@type', '@id', 'text'],
      properties: { '@type': { const: 'Quotation' }, '@id': iri, text: { type: 'string' }, spokenByCharacter: party },
    },
  },
};
const comment = {
  type: 'object',
  additionalProperties: false,
  required: ['@type', 'name', 'author', 'text'],
  properties: {
    '@type': { const: 'Comment' },
    name: { type: 'string' },
    author: party,
    text: { type: 'string' },
    url: { type: 'string', format: 'uri' },
    datePublished: schemaDate,
  },
};

/** https://schema.org/ClaimReview, https://schema.org/Claim: types and properties that these pages allow, and no other. */
export const CLAIM_REVIEW_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['@context', '@graph'],
  properties: {
    '@context': { const: 'https://schema.org' },
    '@graph': {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['@type', '@id', 'claimReviewed', 'reviewRating', 'itemReviewed'],
        properties: {
          '@type': { const: 'ClaimReview' },
          '@id': iri,
          claimReviewed: { type: 'string', minLength: 1 },
          description: { type: 'string' },
          sdDatePublished: instant,
          sdPublisher: party,
          reviewRating: {
            type: 'object',
            additionalProperties: false,
            required: ['@type', 'alternateName'],
            properties: {
              '@type': { const: 'Rating' },
              alternateName: { type: 'string', pattern: '^ungraded: \\d+(?: to \\d+)? independent origins?$' },
            },
          },
          itemReviewed: {
            type: 'object',
            additionalProperties: false,
            required: ['@type', '@id', 'text', 'firstAppearance', 'appearance'],
            properties: {
              '@type': { const: 'Claim' },
              '@id': iri,
              text: { type: 'string' },
              datePublished: schemaDate,
              author: { type: 'array', items: party, minItems: 1 },
              firstAppearance: article,
              appearance: { type: 'array', items: article },
              comment: { type: 'array', items: comment, minItems: 1 },
            },
          },
        },
      },
    },
  },
};

const MOTIVATIONS = ['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging']; // prettier-ignore
const agent = {
  type: 'object',
  required: ['type', 'name'],
  properties: {
    id: iri,
    type: { enum: ['Person', 'Organization', 'Software'] },
    name: { type: 'string', minLength: 1 },
  },
};

/** https://www.w3.org/TR/annotation-model/ §3 (Annotation), §4 (selectors, states), §5 (collections). */
export const ANNOTATION_SCHEMA = {
  type: 'object',
  required: ['@context', 'id', 'type', 'total', 'first'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'AnnotationCollection' },
    label: { type: 'string' },
    total: { type: 'integer', minimum: 0 },
    first: {
      type: 'object',
      required: ['id', 'type', 'items', 'startIndex'],
      properties: {
        id: iri,
        type: { const: 'AnnotationPage' },
        startIndex: { type: 'integer', minimum: 0 },
        items: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'type', 'target'],
            properties: {
              id: iri,
              type: { const: 'Annotation' },
              motivation: { enum: MOTIVATIONS },
              creator: agent,
              created: instant,
              generator: agent,
              generated: instant,
              body: {
                type: 'array',
                items: {
                  anyOf: [
                    {
                      type: 'object',
                      required: ['type', 'value'],
                      properties: {
                        type: { const: 'TextualBody' },
                        value: { type: 'string' },
                        purpose: { enum: MOTIVATIONS },
                      },
                    },
                    {
                      type: 'object',
                      required: ['type', 'source'],
                      properties: { type: { const: 'SpecificResource' }, source: iri, purpose: { enum: MOTIVATIONS } },
                    },
                  ],
                },
              },
              target: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['source', 'selector'],
                  properties: {
                    type: { const: 'SpecificResource' },
                    source: iri,
                    renderedVia: agent,
                    state: {
                      type: 'object',
                      required: ['type', 'sourceDate'],
                      properties: { type: { const: 'TimeState' }, sourceDate: instant },
                    },
                    selector: {
                      type: 'array',
                      prefixItems: [
                        {
                          type: 'object',
                          required: ['type', 'exact', 'prefix', 'suffix'],
                          properties: { type: { const: 'TextQuoteSelector' }, exact: { type: 'string' } },
                        },
                        {
                          type: 'object',
                          required: ['type', 'start', 'end'],
                          properties: {
                            type: { const: 'TextPositionSelector' },
                            start: { type: 'integer', minimum: 0 },
                            end: { type: 'integer', minimum: 0 },
                          },
                        },
                      ],
                      minItems: 2,
                      maxItems: 2,
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

/** A line of GDELT's Global Quotation Graph as its announcement describes it; further keys are ours. */
export const QUOTATION_SCHEMA = {
  type: 'object',
  required: ['date', 'url', 'title', 'lang', 'quotes'],
  properties: {
    date: { type: ['string', 'null'], pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
    url: iri,
    title: { type: 'string' },
    lang: { type: 'string', pattern: '^[A-Z ]*$' },
    quotes: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['pre', 'quote', 'post'],
        properties: { pre: { type: 'string' }, quote: { type: 'string', minLength: 1 }, post: { type: 'string' } },
      },
    },
  },
};

import { describe, expect, it } from 'vitest';
import { cueWithLead, polarityOf } from './polarity.ts';

describe('polarityOf', () => {
  it.each([
    ['said', 'the bridge is open', 'affirmed'],
    ['denied', 'the report', 'denied'],
    ['has repeatedly denied', 'it', 'denied'],
    ['did not deny', 'the report', 'affirmed'],
    ['wouldn’t rule out', 'a visit', 'affirmed'],
    ['ruled out', 'a visit', 'denied'],
    ['disputed', 'the figure', 'disputed'],
    ['cast doubt on', 'the figure', 'disputed'],
    ['could not confirm', 'the death', 'unconfirmed'],
    ['could not independently verify', 'the video', 'unconfirmed'],
    ['was unable to confirm', 'the death', 'unconfirmed'],
    ['declined', 'to comment', 'declined'],
    ['declined to comment', '', 'declined'],
    ['refused', 'to say whether he would stand', 'declined'],
    ['refused', 'to resign', 'negated'],
    ['did not immediately respond', 'to a request', 'declined'],
    ['has not commented', 'yet', 'declined'],
    ['No official comment has been made', '', 'declined'],
    ['', 'the mayor could not be immediately reached for comment', 'declined'],
    ['did not say', 'when', 'negated'],
    ['does not believe', 'it', 'negated'],
    ['doubted', 'it', 'disputed'],
    ['questions about', 'the figure', 'affirmed'],
    ['never stopped saying', 'it', 'affirmed'],
    ['neither confirmed nor denied', 'it', 'unconfirmed'],
    ['declined to rule out', 'a visit', 'affirmed'],
    ['denied', 'reports of a strike', 'denied'],
    ['called', 'such allegations fabricated', 'denied'],
    ['called', 'the claims “completely false”', 'denied'],
    ['called', 'a liar', 'affirmed'],
    ['branded', 'the report a hoax', 'denied'],
    ['described', 'the allegations of fraud as baseless', 'denied'],
    ['said', 'the rumours were untrue', 'denied'],
    ['said', 'that the story about the bridge is fake news', 'denied'],
    ['said', 'that nothing false was found', 'affirmed'],
    ['stated', 'that information about the sale had not been confirmed', 'unconfirmed'],
    ['said', 'the figures could not be independently verified', 'unconfirmed'],
    ['said', 'there was no confirmation of the sale', 'unconfirmed'],
    ['has yet to', 'comment on the sale', 'declined'],
    ['has yet to', 'confirm the sale', 'unconfirmed'],
    ['said', 'the road was confirmed as closed', 'affirmed'],
    ['', 'The council has not commented yet', 'declined'],
    ['', 'No official comment about the sale has been made by the council', 'declined'],
    ['', 'The sale has not been confirmed', 'unconfirmed'],
    ['', 'The mayor denied it', 'affirmed'],
    ['dismissed', 'rumours of a sale', 'denied'],
    ['denial', 'that the bridge was sold', 'denied'],
    ['has not denied', 'the sale', 'affirmed'],
    ['questioned', 'whether the bridge was safe', 'disputed'],
    ['was unavailable for comment', '', 'declined'],
    ['could not be reached for comment', '', 'declined'],
  ] as const)('“%s” before “%s” is %s', (cue, content, polarity) => {
    expect(polarityOf(cue, content)).toBe(polarity);
  });
});

describe('cueWithLead', () => {
  it.each([
    ['No official comment about the sale was made.', 'comment about', 'No official comment about'],
    ['He did not say more.', 'say', 'not say'],
    ['It was not only said once.', 'said', 'said'],
    ['She said it.', 'said', 'said'],
  ])('%s', (text, cue, expected) => {
    const start = text.indexOf(cue);
    expect(cueWithLead(text, [{ start, end: start + cue.length }])).toBe(expected);
  });
});

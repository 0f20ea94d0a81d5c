import { describe, expect, it } from 'vitest';
import { findParagraphs } from '../paragraphs.ts';
import { scanTimes } from './scan.ts';
import { resolveTimes } from './times.ts';

/** A sentence read as if published on Friday 22 March 2013 gives these words with these values, and nothing else. */
function read(text: string, published: string | null = '2013-03-22'): string[] {
  const scan = scanTimes(text, findParagraphs(text));
  return resolveTimes(scan, published).map(({ start, end, value }) => `${text.slice(start, end)} = ${value}`);
}

const DATES: readonly [string, ...string[]][] = [
  ['The harbour reopened on March 5, 2013, the council said.', 'March 5, 2013 = 2013-03-05'],
  ['The harbour reopened on 5 March 2013.', '5 March 2013 = 2013-03-05'],
  ['Records begin on 3rd of June 1911.', '3rd of June 1911 = 1911-06-03'],
  ['Ferries stopped on Tuesday, March 19.', 'Tuesday, March 19 = 2013-03-19'],
  ['Ferries stopped on Tues., Mar. 19, the port said.', 'Tues., Mar. 19 = 2013-03-19'],
  ['The bridge closes on Sept. 30.', 'Sept. 30 = 2013-09-30'],
  ['The pier burned down on December 12.', 'December 12 = 2012-12-12'],
  ['The pier will be rebuilt by January 10.', 'January 10 = 2014-01-10'],
  ['The log is dated 2012-11-02 and signed.', '2012-11-02 = 2012-11-02'],
  ['The log is stamped 2012-11-02T14:30Z.', '2012-11-02T14:30Z = 2012-11-02T14:30'],
  ['It was filed on 25/12/2012.', '25/12/2012 = 2012-12-25'],
  ['It was filed on 12/25/2012.', '12/25/2012 = 2012-12-25'],
  ['It was filed on 05/06/2012.', '05/06/2012 = 2012-XX-XX'],
  ['Towers were watched after 9/11.', '9/11 = 2001-09-11'],
  ['The law followed the Sept. 11 attacks.', 'Sept. 11 = 2001-09-11'],
  ['Prices rose in February 2013.', 'February 2013 = 2013-02'],
  ['Prices rose in February of last year.', 'February of last year = 2012-02'],
  ['Prices fell in August.', 'August = 2012-08'],
  ['Voters will choose in May.', 'May = 2013-05'],
  ['Voters may choose again.'],
  ['Thousands march through Saltmere.'],
  ['Growth slowed last March.', 'last March = 2012-03'],
  ['Talks resume next June.', 'next June = 2013-06'],
  ['The clinic opened in 2009.', '2009 = 2009'],
  ['The 2009 settlement was a breach.', '2009 = 2009'],
  ['About 2000 people came, 1950 euros each.'],
  ['The year 2000 was worse.', 'The year 2000 = 2000'],
  ['They have played together since ’98.', '’98 = 1998'],
  ['On New Year’s Eve the square was empty.', 'New Year’s Eve = 2012-12-31'],
  ['Shops will shut on Christmas Day.', 'Christmas Day = 2013-12-25'],
  ['The parade will be held on Easter Monday.', 'Easter Monday = 2013-04-01'],
];

const WEEKDAYS: readonly [string, ...string[]][] = [
  ['The minister said Wednesday that talks had failed.', 'Wednesday = 2013-03-20'],
  ['The minister resigned on Friday.', 'Friday = 2013-03-22'],
  ['The court will hear the case on Monday.', 'Monday = 2013-03-25'],
  ['On Tuesday, the court will hear the case.', 'Tuesday = 2013-03-26'],
  ['The vote is scheduled for Thursday.', 'Thursday = 2013-03-28'],
  ['Officials said Thursday that she would arrive on Sunday.', 'Thursday = 2013-03-21', 'Sunday = 2013-03-24'],
  ['Officials said the talks on Wednesday will focus on fish.', 'Wednesday = 2013-03-27'],
  ['The union is meeting Monday.', 'Monday = 2013-03-25'],
  ['Polls open Sunday, and the count begins Monday.', 'Sunday = 2013-03-24', 'Monday = 2013-03-25'],
  ['Last Saturday the mill burned.', 'Last Saturday = 2013-03-16'],
  ['She returns next Friday.', 'next Friday = 2013-03-29'],
  ['Markets stay closed until Tuesday.', 'Tuesday = 2013-03-26'],
  ['The storm has raged since Monday.', 'Monday = 2013-03-18'],
  ['He died over the weekend.', 'the weekend = 2013-W11-WE'],
  ['Crews met last weekend.', 'last weekend = 2013-W11-WE'],
  ['The fair takes place this weekend.', 'this weekend = 2013-W12-WE'],
  ['The market opens on Mondays.', 'Mondays = XXXX-WXX-1'],
  ['The firm told brokers on Wednesday that it will stop selling rope.', 'Wednesday = 2013-03-20'],
  ['The harbour party won the vote on Sunday.', 'Sunday = 2013-03-17'],
  ['That set off a slide on Monday, worrying owners who hope to sell.', 'Monday = 2013-03-18'],
  ['The talks are set for Tuesday.', 'Tuesday = 2013-03-26'],
  ['More charges are likely after Wednesday’s raid.', 'Wednesday = 2013-03-20'],
  ['Monday’s vote will settle it.', 'Monday = 2013-03-25'],
  ['Both sides made their case before the council vote on Monday.', 'Monday = 2013-03-25'],
  ['She testified before a committee on Wednesday.', 'Wednesday = 2013-03-20'],
  ['Your loss on Tuesday is a sign that the tide is turning.', 'Tuesday = 2013-03-19'],
  ['They were fined, and on Monday they will be told why.', 'Monday = 2013-03-25'],
  ['He swims every Sunday morning.', 'every Sunday morning = XXXX-WXX-7TMO'],
];

const MONTHS: readonly [string, ...string[]][] = [
  ['It could be worse than the meeting in February.', 'February = 2013-02'],
  ['The levy will start in January.', 'January = 2014-01'],
  ['Rope for May delivery fell a cent.', 'May = 2013-05'],
  ['In this Jan. 30, 2012, photo, a ferry sails.', 'Jan. 30, 2012 = 2012-01-30'],
  ['Kerr finished March with no debts.', 'March = 2013-03'],
  ['Prices rose in February, the most since June 2009.', 'February = 2013-02', 'June 2009 = 2009-06'],
  [
    'They fell to the lowest since August 2009. In February they recovered.',
    'August 2009 = 2009-08',
    'February = 2013-02',
  ],
  ['It left the 2009 treaty in February.', '2009 = 2009', 'February = 2013-02'],
  [
    'In 2009 it left the treaty. On Monday it came back, as it did in February.',
    '2009 = 2009',
    'Monday = 2013-03-18',
    'February = 2013-02',
  ],
  ['The plan failed in the autumn and may pass by the summer.', 'the autumn = 2012-FA', 'the summer = 2013-SU'],
  ['A winter storm sank the barge.'],
];

const STEPS: readonly [string, ...string[]][] = [
  ['The mill shut about a year and a half ago.', 'about a year and a half ago = 2011-09'],
  ['The mill shut long ago, or a short while ago.', 'long ago = PAST_REF', 'a short while ago = PAST_REF'],
  ['Earlier in the year that mill shut.', 'Earlier in the year = 2013'],
  ['After a slow start to the year, which was dry, it will end the year well.', 'the year = 2013', 'the year = 2013'],
  [
    'It lost money in the fourth quarter. Sales fell in the quarter, and rose in the year-ago quarter.',
    'the fourth quarter = 2012-Q4',
    'the quarter = 2012-Q4',
    'the year-ago quarter = 2011-Q4',
  ],
  ['Sales fell in the quarter.', 'the quarter = 2012-Q4'],
  ['The strike began yesterday and ends tomorrow.', 'yesterday = 2013-03-21', 'tomorrow = 2013-03-23'],
  ['Two boats sank the day before yesterday.', 'the day before yesterday = 2013-03-20'],
  ['Sales fell last week, and more so this week.', 'last week = 2013-W11', 'this week = 2013-W12'],
  ['It rained last month.', 'last month = 2013-02'],
  ['The levy starts next year.', 'next year = 2014'],
  ['The mayor will step down later this month.', 'later this month = 2013-03'],
  ['The bill passed earlier this year.', 'earlier this year = 2013'],
  ['She left office a year ago.', 'a year ago = 2012'],
  ['He came here about twenty years ago.', 'about twenty years ago = 1993'],
  ['The well ran dry three weeks ago.', 'three weeks ago = 2013-W09'],
  ['He was seen two days ago.', 'two days ago = 2013-03-20'],
  ['They met a few days ago.', 'a few days ago = PAST_REF'],
  ['The mine closed decades ago.', 'decades ago = PAST_REF'],
  ['Half a century ago there was a mill.', 'Half a century ago = 1963'],
  ['Early next week the panel meets.', 'Early next week = 2013-W13'],
  ['Late last year it was sold.', 'Late last year = 2012'],
  ['The work will be done by the end of the month.', 'the end of the month = 2013-03'],
  ['The work will be done by year-end.', 'year-end = 2013'],
  ['On March 3 the dam cracked. The next day it burst.', 'March 3 = 2013-03-03', 'The next day = 2013-03-04'],
  ['He was hurt on March 3. Two weeks later he died.', 'March 3 = 2013-03-03', 'Two weeks later = 2013-W11'],
  ['She won on March 3. That same day she resigned.', 'March 3 = 2013-03-03', 'That same day = 2013-03-03'],
  ['In 2004 he was jailed. The following year he fled.', '2004 = 2004', 'The following year = 2005'],
  [
    'The firm lost money in the fourth quarter, against a profit a year earlier.',
    'the fourth quarter = 2012-Q4',
    'a year earlier = 2011-Q4',
  ],
  ['January sales rose from the same month a year ago.', 'January = 2013-01', 'the same month a year ago = 2012-01'],
  ['In 1831 he went home. On July 14 he was arrested.', '1831 = 1831', 'July 14 = 1831-07-14'],
  ['In the last week of February prices fell.', 'the last week of February = 2013-W08'],
  ['The first day of next month is a holiday.', 'The first day of next month = 2013-04-01'],
  ['The report is due in two weeks’ time.', 'two weeks’ time = 2013-W14'],
];

const CLOCKS: readonly [string, ...string[]][] = [
  ['The hearing starts at 3 p.m. Tuesday.', '3 p.m. Tuesday = 2013-03-26T15:00'],
  ['The hearing starts at 10.30am on Tuesday.', '10.30am = 2013-03-26T10:30', 'Tuesday = 2013-03-26'],
  ['The blast happened at 14:58 GMT.', '14:58 GMT = 2013-03-22T14:58Z'],
  ['The blast happened at 0830 GMT on Thursday.', '0830 GMT = 2013-03-21T08:30Z', 'Thursday = 2013-03-21'],
  ['Polls close at 20:00.', '20:00 = 2013-03-22T20:00'],
  ['She won 6:30 against her rival.'],
  ['He was arrested Monday night.', 'Monday night = 2013-03-18TNI'],
  ['He was arrested early Monday morning.', 'early Monday morning = 2013-03-18TMO'],
  ['The fire began on the morning of March 2.', 'the morning of March 2 = 2013-03-02TMO'],
  ['The fire began last night and was out this morning.', 'last night = 2013-03-21TNI', 'this morning = 2013-03-22TMO'],
  ['She speaks tonight.', 'tonight = 2013-03-22TNI'],
  ['A truce began at noon Wednesday.', 'noon Wednesday = 2013-03-20T12:00'],
  ['He called at eight o’clock in the evening.', 'eight o’clock in the evening = 2013-03-22T20:00'],
  ['A truce began at midnight Wednesday night.', 'midnight Wednesday night = 2013-03-20T24:00'],
  [
    'She spoke at an afternoon briefing, and by evening they had left.',
    'afternoon = 2013-03-22TAF',
    'evening = 2013-03-22TEV',
  ],
  ['The midnight edicts were annulled.'],
  ['Snow fell overnight.', 'overnight = 2013-03-22TNI'],
  ['Shares fell in afternoon trading on Tuesday.', 'afternoon = 2013-03-19TAF', 'Tuesday = 2013-03-19'],
];

const LENGTHS: readonly [string, ...string[]][] = [
  ['The siege lasted five days.', 'five days = P5D'],
  ['A five-hour debate ended the matter.', 'five-hour = PT5H'],
  ['They waited for more than a decade.', 'more than a decade = P10Y'],
  ['It took two and a half years.', 'two and a half years = P2.5Y'],
  ['The wait was an hour and a half.', 'an hour and a half = PT1H30M'],
  ['It closed half an hour early.', 'half an hour = PT30M'],
  ['He was away for several months.', 'several months = PXM'],
  ['It was the worst in years.', 'years = PXY'],
  ['Over the past three months rents rose.', 'the past three months = P3M'],
  ['For the past year nobody paid.', 'the past year = P1Y'],
  ['The plan runs over the next four years.', 'the next four years = P4Y'],
  ['A month-long search found nothing.', 'month-long = P1M'],
  ['Talks could take between 60 and 90 days.', '60 = P60D', '90 days = P90D'],
  ['A 25-year-old man, 6 years old at the time, was not counted.'],
  ['In the first nine months of 2012 exports fell.', 'the first nine months of 2012 = P9M'],
  ['They waited for hours, and left hours after the ferry.', 'hours = PTXH', 'hours = PTXH'],
  ['The shop cut back hours and after-hours trading.'],
  ['He told “60 Minutes” so.'],
  ['It held for about a minute and a half.', 'about a minute and a half = PT1M30S'],
  ['It was the best rent in the last half century.', 'the last half century = P50Y'],
  ['It lasted 5 1/2 years.', '5 1/2 years = P5.5Y'],
];

const SETS: readonly [string, ...string[]][] = [
  ['The pump runs daily and is checked every week.', 'daily = P1D', 'every week = P1W'],
  ['She earns $5 a day.', 'a day = P1D'],
  ['The club meets twice a month.', 'twice a month = P1M'],
  ['The audit is made every two years.', 'every two years = P2Y'],
  ['It posted its first annual loss.', 'annual = P1Y'],
  ['Output fell by 300 barrels per day.', 'per day = P1D'],
];

const PARTS: readonly [string, ...string[]][] = [
  ['It lost money in the third quarter of 2012.', 'the third quarter of 2012 = 2012-Q3'],
  ['Third-quarter profit rose.', 'Third-quarter = 2012-Q3'],
  ['Growth will pick up in the second quarter.', 'the second quarter = 2013-Q2'],
  ['It lost money in Q4 2011.', 'Q4 2011 = 2011-Q4'],
  ['Rents doubled in the first half of last year.', 'the first half of last year = 2012-H1'],
  ['Last year’s fourth quarter was weak.', 'Last year’s fourth quarter = 2012-Q4'],
  ['The budget for fiscal 2014 was cut.', 'fiscal 2014 = FY2014'],
  ['The budget for this fiscal year was cut.', 'this fiscal year = FY2013'],
  ['It ends by the end of the fiscal year.', 'the end of the fiscal year = FY2013'],
  ['They married last summer.', 'last summer = 2012-SU'],
  ['They will marry in the summer of 2014.', 'the summer of 2014 = 2014-SU'],
  ['Last autumn the envoy spoke.', 'Last autumn = 2012-FA'],
  ['Prices may fall in the autumn.', 'the autumn = 2013-FA'],
  ['Prices fall when demand does.'],
  ['The style of the 1990s is back.', 'the 1990s = 199'],
  ['He sang in the early ’80s.', 'the early ’80s = 198'],
  ['It is a 19th-century church.', '19th-century = 18'],
  ['The map of the 1600s shows it.', 'the 1600s = 16'],
];

const REFERENCES: readonly [string, ...string[]][] = [
  ['She is now the mayor and currently abroad.', 'now = PRESENT_REF', 'currently = PRESENT_REF'],
  ['He was recently freed.', 'recently = PAST_REF'],
  ['Prices fell in recent weeks.', 'recent weeks = PAST_REF'],
  ['Aid will arrive in the coming days.', 'the coming days = FUTURE_REF'],
  ['A deal will be signed soon.', 'soon = FUTURE_REF'],
  ['He left as soon as he could.'],
  ['That may change in the near future.', 'the near future = FUTURE_REF'],
  ['It has happened in the past.', 'the past = PAST_REF'],
  ['What went wrong in the past does not matter in past seasons.', 'the past = PAST_REF'],
  ['They will do better this time around, as at this time of year.'],
  ['See pier.example/G9q4 and #vote2012, or the Russell 2000.'],
];

const RANGES: readonly [string, ...string[]][] = [
  ['The forum will be held from September 10 to 13.', 'September 10 = 2013-09-10', '13 = 2013-09-13'],
  ['The forum runs from 10 to 13 September.', '10 = 2013-09-10', '13 September = 2013-09-13'],
  ['The forum ran from 10-13 September 2012.', '10 = 2012-09-10', '13 September 2012 = 2012-09-13'],
  ['He ruled from 2011–2013.', '2011 = 2011', '2013 = 2013'],
  ['In the season of 2011/12 they won.', '2011 = 2011', '12 = 2012'],
  ['Tests ran from December 3 to January 5, 2012.', 'December 3 = 2011-12-03', 'January 5, 2012 = 2012-01-05'],
  ['It rained in March and April 2012.', 'March = 2012-03', 'April 2012 = 2012-04'],
];

describe('resolveTimes', () => {
  describe.each([
    ['dates', DATES],
    ['weekdays by tense', WEEKDAYS],
    ['months by tense and by what was told', MONTHS],
    ['distances from the publication and from what was told', STEPS],
    ['times of day', CLOCKS],
    ['lengths', LENGTHS],
    ['sets', SETS],
    ['parts of years, decades, centuries', PARTS],
    ['references', REFERENCES],
    ['ranges', RANGES],
  ])('%s', (_, cases) => {
    it.each(cases.map(([text, ...times]) => [text, times] as const))('%s', (text, times) => {
      expect(read(text)).toEqual(times);
    });
  });

  it.each([
    ['He left on Monday.', 'Monday = XXXX-WXX-1'],
    ['He left on September 4.', 'September 4 = XXXX-09-04'],
    ['He left in August.', 'August = XXXX-08'],
    ['He left yesterday.', 'yesterday = XXXX-XX-XX'],
    ['He left last week.', 'last week = XXXX-WXX'],
    ['He left a year ago.', 'a year ago = XXXX'],
    ['He left last autumn.', 'last autumn = XXXX-FA'],
    ['He left at 3 p.m.', '3 p.m. = XXXX-XX-XXT15:00'],
    ['He left in 2011.', '2011 = 2011'],
  ])('with no publication, stays open: %s', (text, time) => {
    expect(read(text, null)).toEqual([time]);
  });

  it.each([
    ['2013-03', 'He left last month, on a Monday.', ['last month = 2013-02', 'Monday = XXXX-WXX-1']],
    [
      '2023-09-04/2023-09-10',
      'He leaves later this month, not yesterday.',
      ['later this month = 2023-09', 'yesterday = XXXX-XX-XX'],
    ],
    ['2013', 'He left last year, in the autumn.', ['last year = 2012', 'the autumn = 2012-FA']],
    ['2013-03-22T00:30:00+02:00', 'He left an hour ago.', ['an hour ago = 2013-03-21T23:30']],
  ])('goes as far as the publication is known: %s', (published, text, times) => {
    expect(read(text, published)).toEqual(times);
  });

  it('reads a text in capitals and one of ten thousand dates', () => {
    expect(read('THE HARBOUR REOPENED ON TUESDAY.')).toEqual(['TUESDAY = 2013-03-19']);
    expect(read('On Monday. '.repeat(10_000))).toHaveLength(10_000);
  });
});

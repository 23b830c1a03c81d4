/** A place on the globe, in degrees: north and east are positive. */
export interface Place {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The state houses of the 50 state capitals of the United States, by state in alphabetical order.
 *
 * Source: public geographic facts (positions of well-known buildings, as printed in any gazetteer),
 * rounded to four decimals of a degree, about ten metres.
 */
export const capitals: readonly Place[] = `
Montgomery AL 32.3777 -86.3006
Juneau AK 58.3016 -134.4202
Phoenix AZ 33.4481 -112.0970
Little Rock AR 34.7466 -92.2890
Sacramento CA 38.5767 -121.4936
Denver CO 39.7392 -104.9849
Hartford CT 41.7640 -72.6822
Dover DE 39.1573 -75.5197
Tallahassee FL 30.4381 -84.2813
Atlanta GA 33.7490 -84.3882
Honolulu HI 21.3074 -157.8574
Boise ID 43.6178 -116.1997
Springfield IL 39.7984 -89.6550
Indianapolis IN 39.7686 -86.1626
Des Moines IA 41.5911 -93.6037
Topeka KS 39.0482 -95.6780
Frankfort KY 38.1867 -84.8754
Baton Rouge LA 30.4571 -91.1874
Augusta ME 44.3072 -69.7817
Annapolis MD 38.9788 -76.4909
Boston MA 42.3582 -71.0637
Lansing MI 42.7336 -84.5553
Saint Paul MN 44.9551 -93.1022
Jackson MS 32.3038 -90.1821
Jefferson City MO 38.5792 -92.1729
Helena MT 46.5857 -112.0184
Lincoln NE 40.8081 -96.6997
Carson City NV 39.1639 -119.7661
Concord NH 43.2069 -71.5380
Trenton NJ 40.2206 -74.7699
Santa Fe NM 35.6822 -105.9397
Albany NY 42.6528 -73.7579
Raleigh NC 35.7804 -78.6391
Bismarck ND 46.8209 -100.7833
Columbus OH 39.9613 -82.9991
Oklahoma City OK 35.4922 -97.5033
Salem OR 44.9385 -123.0304
Harrisburg PA 40.2644 -76.8836
Providence RI 41.8309 -71.4150
Columbia SC 34.0003 -81.0332
Pierre SD 44.3670 -100.3464
Nashville TN 36.1658 -86.7842
Austin TX 30.2747 -97.7403
Salt Lake City UT 40.7775 -111.8882
Montpelier VT 44.2624 -72.5805
Richmond VA 37.5389 -77.4336
Olympia WA 47.0358 -122.9050
Charleston WV 38.3362 -81.6123
Madison WI 43.0747 -89.3844
Cheyenne WY 41.1403 -104.8202
`
  .trim()
  .split("\n")
  .map((line) => {
    const words = line.split(" ");
    return {
      name: words.slice(0, -2).join(" "),
      latitude: Number(words.at(-2)),
      longitude: Number(words.at(-1)),
    };
  });

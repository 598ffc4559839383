// A clock that is wrong by ten years, the page's part: before, after, or right, by chance at every start. It stands before the script that answers.
{
  const TEN_YEARS = 10 * 365.25 * 24 * 3600 * 1000;
  const shift = [-TEN_YEARS, 0, TEN_YEARS][Math.floor(Math.random() * 3)];
  const Right = Date;
  globalThis.Date = class Date extends Right {
    constructor(...given) {
      if (given.length === 0) super(Right.now() + shift);
      else super(...given);
    }
    static now() {
      return Right.now() + shift;
    }
  };
}

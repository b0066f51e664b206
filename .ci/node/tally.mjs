// Counts what was checked. One check is one line of trouble at most.
export class Tally {
  passed = 0;
  failed = 0;

  check(name, ok, detail = '') {
    if (ok) {
      this.passed++;
    } else {
      this.failed++;
      console.log(`FAIL  ${name}${detail ? `: ${String(detail).split('\n').slice(0, 12).join('\n      ')}` : ''}`);
    }
    return ok;
  }

  equal(name, expected, actual) {
    return this.check(name, expected === actual, `expected ${JSON.stringify(expected)}, was ${typeof actual === 'string' ? actual : JSON.stringify(actual)}`);
  }

  // A step that throws has failed and does not keep the others from running.
  async step(name, action) {
    try {
      await action();
    } catch (e) {
      this.check(name, false, e.stack ?? e);
    }
  }

  async section(title, action) {
    const [passed, failed, start] = [this.passed, this.failed, Date.now()];
    await this.step(title, action);
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(`${title}: ${this.passed - passed} passed, ${this.failed - failed} failed (${seconds} s)`);
  }
}

// Today in Asia/Bangkok, asked when it is used: a page may stay open over midnight.
import { useEffect, useState } from 'preact/hooks';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';

const lookAgainMs = 20_000;

export function useToday(): string {
  const [, lookAgain] = useState('');
  const today = bangkokDay(new Date());
  useEffect(() => {
    const look = () => lookAgain(bangkokDay(new Date()));
    const timer = setInterval(look, lookAgainMs);
    // a phone that slept has no timers
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return today;
}

// The services that a user wrote, as JSON.

import type { Tables } from "@kobako/guest";

/** @throws Error that says what is wrong with the text */
export function parseServices(text: string): Tables {
  if (text.trim() === "") return {};
  let services: unknown;
  try {
    services = JSON.parse(text);
  } catch (error) {
    throw new Error(`Services are no JSON: ${(error as Error).message}`);
  }
  if (typeof services !== "object" || services === null || Array.isArray(services)) {
    throw new Error('Services are an object of paths, such as {"Shop::Orders": [{"id": 1}]}');
  }
  return services as Tables;
}

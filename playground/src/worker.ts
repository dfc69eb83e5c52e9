import { type Scope, serve } from "@kobako/guest/worker";

serve(self as unknown as Scope);

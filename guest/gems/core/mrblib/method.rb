# Method: ===, curry, and what define_method makes of it.
class Method
  alias === call

  def curry(count = nil) = to_proc.curry(count || (arity < 0 ? -arity - 1 : arity))
  def __body = unbind.__body
end

class UnboundMethod
  # As the body of a method that define_method makes of it.
  def __body
    method = self
    ->(*args, **options, &block) { method.bind_call(self, *args, **options, &block) }
  end
end

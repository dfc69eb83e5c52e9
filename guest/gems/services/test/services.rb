# Services: objects of BasicObject's making whose methods the host answers.
same Host::Echo.call(5), 5
same Host::Echo.call({ "a" => [1] }), { "a" => [1] }
same Host::Echo.class, Kobako::Service
same Host::Echo.nil?, false
same Host::Echo.to_s, "Host::Echo"
same Host::Echo.respond_to?(:call), true
same Host::Echo == Host::Echo, true
same Kobako::ServiceError.superclass, StandardError

[:a, :"with space", :"", :+, :a?, :"ü", %s(@b)]

Shop::Customers.all

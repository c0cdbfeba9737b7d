"""An earlier edition beside a newer one."""
